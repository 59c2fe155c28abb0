using Microsoft.EntityFrameworkCore;
using QuizBot.Discord.Tests.Driving;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Discord.Tests.Day;

/// <summary>A day of a team: set, post, hundreds of answers, close, reveal, board.</summary>
public sealed class FullDayTests
{
    private static readonly DateTimeOffset Morning = new(2031, 11, 24, 8, 30, 0, TimeSpan.Zero), Evening = new(2031, 11, 24, 16, 30, 0, TimeSpan.Zero);

    private const int PageSize = 10;

    [Fact]
    public async Task Day_FromTheFirstCommandToTheBoard()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.Add("Discord limits remove reaction");
        var crowd = Enumerable.Range(0, 300).Select(i => town.Discord.AddMember(town.Guild, $"Member {i:000}")).ToList();

        Assert.Contains("is for those who may manage", await town.UseAsync(town.Ann, "daily set", ("time", "09:30"), ("zone", "Europe/Berlin")), StringComparison.Ordinal);
        var set = await town.UseAsync(town.Mona, "daily set", ("time", "09:30"), ("zone", "Europe/Berlin"), ("category", "models"), ("kind", "choices"));
        Assert.StartsWith("The question of the day is set for this channel", set, StringComparison.Ordinal);

        await bot.AtAsync(Morning);
        var question = await town.QuestionAsync(1);
        var choices = question.Reactions.Select(r => r.Emoji).ToList();
        Assert.Equal(["1️⃣", "2️⃣", "3️⃣", "4️⃣"], choices);
        var open = SeenMessages.Text(question.Content);
        Assert.StartsWith("Question of the day\n", open, StringComparison.Ordinal);
        Assert.DoesNotContain("✅", open, StringComparison.Ordinal);

        var answers = await AnswerAsync(town, question, crowd, choices);
        await bot.AtAsync(Evening);
        var reveal = await town.PostAsync(2);
        Assert.Equal(question.Id, reveal.RepliesTo);
        var closed = SeenMessages.Text(question.Content).Split('\n');
        Assert.Contains("Closed. 300 answers.", closed);
        var right = choices.FindIndex(c => closed.Any(l => l.StartsWith(c, StringComparison.Ordinal) && l.Contains('✅', StringComparison.Ordinal)));
        for (var i = 0; i < choices.Count; i++)
        {
            var (line, count) = (closed.Single(l => l.StartsWith(choices[i], StringComparison.Ordinal)), answers.Count(a => a == i));
            Assert.Contains($" · {count} ({Math.Round(count / 3.0)} %)", line, StringComparison.Ordinal);
        }

        Assert.Contains($"✅ {answers.Count(a => a == right)} of 300 right: ", SeenMessages.Text(reveal.Content), StringComparison.Ordinal);
        await BoardAsync(town, crowd, answers, right);

        // Nothing was refused, and nobody was mentioned. Discord tells the limit of taking reactions off only by refusing one.
        const int UnknownMember = 10007;
        var refused = town.Discord.Requests.All.Where(r => r.Status >= 400 && r.Code != UnknownMember && !(r.Status == 429 && r.Method == "DELETE")).ToList();
        Assert.Empty(refused);
        Assert.InRange(town.Discord.Requests.All.Count(r => r.Status == 429), 0, 3);
        Assert.All(town.General.Messages, m => Assert.Empty(m.Content.Mentions));
    }

    // Everybody reacts but for a third, who press buttons; each tenth changes their mind. Gives what each ends up with.
    private static async Task<int[]> AnswerAsync(Town town, EmulatedMessage question, List<EmulatedMember> crowd, List<string> choices)
    {
        var answers = Enumerable.Range(0, crowd.Count).Select(i => i % choices.Count).ToArray();
        await Task.WhenAll(crowd.Select(async (member, i) =>
        {
            if (i % 3 == 0)
                Assert.Contains($"Your answer: {choices[answers[i]]}", await town.PressAsync(member, question, $"{answers[i] + 1}"), StringComparison.Ordinal);
            else
                await town.Discord.React(member, question, choices[answers[i]]);
        }));
        foreach (var i in Enumerable.Range(0, crowd.Count).Where(i => i % 10 == 0))
        {
            var before = answers[i];
            answers[i] = (before + 1) % choices.Count;
            await town.Discord.React(crowd[i], question, choices[answers[i]]);
            if (i % 3 == 0)
                continue;
            // The bot takes the replaced one off.
            await Until.TrueAsync(() => !question.WhoReacted(choices[before]).Contains(crowd[i].Id), $"{crowd[i].User.Name}'s first reaction is taken off");
        }

        var expected = Enumerable.Range(0, choices.Count).Select(c => answers.Count(a => a == c)).ToList();
        await Until.TrueAsync(async () => (await CountsAsync(town, choices.Count)).SequenceEqual(expected), "all answers are recorded");
        return answers;
    }

    private static async Task<IReadOnlyList<int>> CountsAsync(Town town, int choices)
    {
        await using var db = await town.Database.Database.ReadAsync(TestContext.Current.CancellationToken);
        var counts = await db.Answers.Where(a => a.Choice != null).GroupBy(a => a.Choice!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, TestContext.Current.CancellationToken);
        return [.. Enumerable.Range(0, choices).Select(c => counts.GetValueOrDefault(c))];
    }

    private static async Task BoardAsync(Town town, List<EmulatedMember> crowd, int[] answers, int right)
    {
        var (winner, loser) = (crowd[Array.IndexOf(answers, right)], crowd[Array.FindIndex(answers, a => a != right)]);
        var board = (await town.UseAsync(loser, "leaderboard")).Split('\n');
        Assert.Equal("Leaderboard this month", board[0]);
        Assert.Contains(board, l => l.StartsWith("  🥇    Member", StringComparison.Ordinal) && l.TrimEnd().EndsWith("1 of 1", StringComparison.Ordinal));
        Assert.Contains(board, l => l.StartsWith("> ", StringComparison.Ordinal) && l.Contains(loser.User.Name, StringComparison.Ordinal) && l.TrimEnd().EndsWith("0 of 1", StringComparison.Ordinal));
        Assert.Single(board.Where(l => l.Contains("of 1", StringComparison.Ordinal)).Select(l => l.TrimEnd().Length).Distinct());
        Assert.Contains("100 %", await town.UseAsync(winner, "stats"), StringComparison.Ordinal);

        // Without a privileged intent nobody tells the bot that somebody left.
        var left = crowd.Where((_, i) => answers[i] == right).ElementAt(PageSize + 2);
        await town.Discord.Leave(left);
        var shown = loser.Sees(town.General).Last(m => m.OnlyFor == loser.Id && m.Content.Buttons.Any(b => b.Label == "Next →"));
        var second = await town.PressAsync(loser, shown, "Next");
        Assert.Equal(PageSize, second.Split('\n').Count(l => l.TrimEnd().EndsWith("1 of 1", StringComparison.Ordinal)));
        Assert.DoesNotContain(left.User.Name, second, StringComparison.Ordinal);
    }
}
