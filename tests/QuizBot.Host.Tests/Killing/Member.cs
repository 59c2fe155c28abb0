using System.Globalization;
using QuizBot.Host.Tests.Wire;

namespace QuizBot.Host.Tests.Killing;

/// <summary>A member who answers whatever is open, changes their mind, and never answers a second time before the first is acknowledged.</summary>
internal sealed class Member(Page page, Random random)
{
    // Fifteen buttons in ten seconds are let pass; who is told to wait has answered nothing.
    private static readonly TimeSpan BetweenButtons = TimeSpan.FromMilliseconds(750);
    private readonly List<Deed> _deeds = [];
    private long _lastButton;

    public IReadOnlyList<Deed> Deeds => _deeds;

    public async Task PlayAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var open = page.Messages.Where(m => RoundOf(m) is not null).ToList();
            if (open.Count > 0)
                await AnswerAsync(open[random.Next(open.Count)]);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 200)), TimeProvider.System, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static long? RoundOf(PageMessage message) => message.Buttons
        .Where(b => b.StartsWith("choose:", StringComparison.Ordinal) || b.StartsWith("type:", StringComparison.Ordinal))
        .Select(b => (long?)long.Parse(b.Split(':')[1], CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private async Task AnswerAsync(PageMessage message)
    {
        var emoji = message.Reactions.Keys.ToList();
        var round = RoundOf(message)!.Value;
        var mine = emoji.Select((e, choice) => (e, choice)).Where(r => message.Reactions[r.e].Contains(page.Member)).Select(r => r.choice).ToList();
        if (message.Choices.Count == 0)
            await TypeAsync(message, round);
        // Who pressed a button as well would fall back to it; so each member keeps to one way in a round.
        else if (emoji.Count < message.Choices.Count || (round + page.Member.Length) % 3 == 0)
            await PressAsync(message, round, random.Next(message.Choices.Count));
        // An older reaction that was not yet taken off would be fallen back to.
        else if (mine is [var only] && _deeds.FindLast(d => d.RoundId == round) is { Kind: DeedKind.Reaction } last && last.Choice == only && random.Next(6) == 0)
            await ReactAsync(message, round, emoji[only], null);
        else if (random.Next(emoji.Count) is var choice && !mine.Contains(choice))
            await ReactAsync(message, round, emoji[choice], choice);
    }

    private Task ReactAsync(PageMessage message, long round, string emoji, int? choice) =>
        NoteAsync(round, choice is null ? DeedKind.Withdrawn : DeedKind.Reaction, choice, null, () => page.ReactAsync(message.Id, emoji, choice is not null));

    private async Task PressAsync(PageMessage message, long round, int choice)
    {
        if (Hurries())
            return;
        await NoteAsync(round, DeedKind.Button, choice, null, () => page.PressAsync(message.Id, message.Buttons[choice]));
    }

    private async Task TypeAsync(PageMessage message, long round)
    {
        // Two requests: the button, and the form.
        if (Hurries(2))
            return;
        var opened = await page.PressAsync(message.Id, message.Buttons[0]);
        if (opened["outcome"]?["form"]?["action"]?.GetValue<string>() is not { } form)
            return;
        var text = $"a guess, {random.Next(1000)}";
        await NoteAsync(round, DeedKind.Typed, null, text, () => page.SubmitAsync(message.Channel, form, "answer", text, message.Id));
    }

    private bool Hurries(int requests = 1)
    {
        if (TimeProvider.System.GetElapsedTime(_lastButton) < BetweenButtons * requests)
            return true;
        _lastButton = TimeProvider.System.GetTimestamp();
        return false;
    }

    private async Task NoteAsync(long round, DeedKind kind, int? choice, string? text, Func<Task<System.Text.Json.Nodes.JsonObject>> act)
    {
        var sent = Clock.Now();
        var answer = await act();
        Assert.Equal("done", answer["type"]!.GetValue<string>());
        Assert.Null(answer["outcome"]?["error"]?.GetValue<string>());
        _deeds.Add(new Deed(round, page.Member, kind, choice, text, sent, Clock.Now()));
    }
}
