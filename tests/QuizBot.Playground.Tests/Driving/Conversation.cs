using Microsoft.Extensions.Time.Testing;
using QuizBot.Chat;
using QuizBot.Chat.Messages;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>A day and a half of a team that uses the bot.</summary>
internal static class Conversation
{
    public static DateTimeOffset Start { get; } = new(2025, 11, 23, 8, 58, 0, TimeSpan.Zero);

    /// <returns>The question that is open at the end.</returns>
    public static async Task<MessageRef> PlayAsync(PlaygroundHouse house, FakeTimeProvider time)
    {
        await using var ada = await house.EnterAsync("ada");
        await using var bashir = await house.EnterAsync("bashir");
        await using var chioma = await house.EnterAsync("chioma");
        await using var mei = await house.EnterAsync("mei");
        await using var diego = await house.EnterAsync("diego");

        await ada.SayAsync("team", "Morning all. From today QuizBot asks us something at nine. Answer with a reaction, one go each.");
        await ada.SayAsync("team", "Docs are at https://example.org/quizbot, or type `/help`.");
        time.Advance(TimeSpan.FromMinutes(2));
        var closed = await house.Platform.PostAsync(Script.Closed);
        await house.Platform.AddReactionsAsync(closed, Script.Emoji, default);
        await chioma.ReactAsync(closed, "3️⃣");
        await ada.ReactAsync(closed, "3️⃣");
        await mei.ReactAsync(closed, "3️⃣");
        await bashir.ReactAsync(closed, "1️⃣");
        await diego.ReactAsync(closed, "2️⃣");
        var thread = await house.Platform.OpenThreadAsync(closed, "Phantoms and isolation", default);
        var root = long.Parse(thread.Value!, System.Globalization.CultureInfo.InvariantCulture);
        time.Advance(TimeSpan.FromMinutes(14));
        await diego.SayAsync("team", "Wait, doesn't PostgreSQL forbid phantoms at repeatable read already?", root);
        time.Advance(TimeSpan.FromMinutes(1));
        await chioma.SayAsync("team", "It does, but the question says: by the standard. @Diego gets half a point from me.", root);
        await diego.SayAsync("team", "Fair. I take the half point.", root);
        time.Advance(TimeSpan.FromMinutes(22));
        await mei.SayAsync("team", "I only knew this because of the incident in March 😅");
        time.Advance(TimeSpan.FromMinutes(1));
        await bashir.SayAsync("team", "We all learned something that week.");

        time.Advance(TimeSpan.FromHours(23.6));
        await diego.SayAsync("team", "/leaderboard week");
        time.Advance(TimeSpan.FromMinutes(3));
        await bashir.SayAsync("team", "Bottom of the board again, but with a streak!");
        await house.Platform.TellMemberAsync(Posts.Team, "ada", new([new TextBlock("The daily of " + ChatText.Bold("#quiz-night") + " is paused: nobody answered for a week.")])
        {
            Summary = "The daily of #quiz-night is paused",
            Tone = ChatTone.Problem,
        }, default);
        time.Advance(TimeSpan.FromMinutes(1));
        var open = await house.Platform.PostAsync(Script.Question(time.GetUtcNow().AddHours(8.4)));
        await house.Platform.AddReactionsAsync(open, Script.Emoji, default);
        await chioma.ReactAsync(open, "1️⃣");
        await mei.ReactAsync(open, "4️⃣");
        return open;
    }
}
