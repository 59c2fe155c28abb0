using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using QuizBot.Host.Tests.Processes;

namespace QuizBot.Host.Tests.Killing;

/// <summary>What the bot kept, what the channels show and what the members were told must be one story.</summary>
internal sealed class Comparison(House house, Team team)
{
    /// <summary>What it was, in numbers.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The rounds of which this is true, and the quizzes that go on; empty where there are none.</summary>
    public static string Outstanding(House house, string rounds)
    {
        using var database = house.OpenDatabase();
        return string.Join('\n', database.Texts($"""
            select 'round', id, status, retry_at, closes from rounds where {rounds}
            union all select 'quiz', id, status, next_step, begun from quizzes where status = 0
            """));
    }

    /// <summary>The members whose pages do not know the last change yet; empty where all do.</summary>
    public static string Untold(House house, Team team)
    {
        using var chat = house.OpenChat();
        return string.Join('\n', team.Pages.Where(page => page.Messages.Max(m => m.Sequence)
            < chat.Number("select max(seq) from messages where thread is null and (only_for is null or only_for = $1)", page.Member)).Select(p => p.Member));
    }

    public void Check()
    {
        using var database = house.OpenDatabase();
        using var chat = house.OpenChat();
        EachPostOnce(database, chat);
        EachAnswerKept(database);
        RightsAndPoints(database, chat);
        CountsAreRecounts(database);
        PagesKnow(chat);
        Summary = $"{database.Number("select count(*) from rounds")} rounds, {database.Number("select count(*) from quizzes")} quizzes, "
            + $"{team.Deeds.Count} acknowledged deeds, {database.Number("select count(*) from answers")} answers, {team.Pages[0].Returns} returns of a page";
    }

    private static void EachPostOnce(SqliteConnection database, SqliteConnection chat)
    {
        // Failed is a round whose post was given up; nothing here gives a reason to.
        Assert.Empty(database.Texts("select id, status, note from rounds where status <> 3 or reveal_id is null or message_id is null"));
        var due = database.Texts("""
            select c.external_id, r.post_key, r.message_id from rounds r join channels c on c.id = r.channel_id
            union all select c.external_id, r.post_key || 'r', r.reveal_id from rounds r join channels c on c.id = r.channel_id
            order by 1, 2
            """);
        var boards = database.Texts("select c.external_id, q.post_key || 'b' from quizzes q join channels c on c.id = q.channel_id order by 1, 2");
        var openings = database.Texts("select c.external_id, q.post_key || 'o' from quizzes q join channels c on c.id = q.channel_id order by 1, 2");
        const string posted = "select channel, post_key, id from messages where only_for is null and author = 'quizbot' and post_key is not null and length(post_key)";
        // 16 digits: a round; 17: its reveal, a quiz's opening or board, or a welcome.
        Assert.Equal(due, chat.Texts($"{posted} in (16, 17) and substr(post_key, 17) in ('', 'r') order by 1, 2"));
        Assert.Equal(boards, [.. chat.Texts($"{posted} = 17 and substr(post_key, 17) = 'b' order by 1, 2").Select(WithoutId)]);
        Assert.Equal(openings, [.. chat.Texts($"{posted} = 17 and substr(post_key, 17) = 'o' order by 1, 2").Select(WithoutId)]);
        Assert.Single(chat.Texts("select id from messages where only_for is null and summary like 'Hello%'"));
        Assert.Empty(chat.Texts("select post_key, summary from messages where author = 'quizbot' and only_for is null and post_key is null and used is null"));
    }

    private static string WithoutId(string row) => row[..row.LastIndexOf('|')];

    private void EachAnswerKept(SqliteConnection database)
    {
        var rounds = database.Rows("select id, min(closes, closed) from rounds").ToDictionary(r => (long)r[0]!, r => (long)r[1]!);
        var answers = database
            .Rows("select a.round_id, m.external_id, a.choice, a.text, a.marks from answers a join members m on m.id = a.member_id")
            .ToDictionary(a => ((long)a[0]!, (string)a[1]!), a => (Choice: (int?)(long?)a[2], Text: (string?)a[3], Marks: (string)a[4]!));
        foreach (var of in team.Deeds.GroupBy(d => (d.RoundId, d.Member)))
        {
            var closed = rounds[of.Key.RoundId];
            var counted = of.Where(d => !d.CertainlyLate(closed)).ToList();
            var certain = counted.FindLastIndex(d => d.CertainlyCounts(closed));
            var (choice, text, marks) = answers.GetValueOrDefault(of.Key);
            var story = string.Join('\n', of);
            if (certain < 0)
                Assert.True(counted.Any(d => d.Allows(choice, text)) || (choice, text) == (null, null), $"Nobody gave the answer {choice}{text} ({marks}); closed {closed}:\n{story}");
            else
                Assert.True(counted[certain..].Any(d => d.Allows(choice, text)), $"The answer is {choice}{text} ({marks}) and not the last acknowledged; closed {closed}:\n{story}");
        }

        var known = team.Deeds.Select(d => (d.RoundId, d.Member)).ToHashSet();
        Assert.DoesNotContain(answers, a => (a.Value.Choice ?? (object?)a.Value.Text) is not null && !known.Contains(a.Key));
        Assert.Empty(database.Texts("select round_id, member_id from answers where not settled and (choice is not null or text is not null)"));
    }

    private static void RightsAndPoints(SqliteConnection database, SqliteConnection chat)
    {
        foreach (var row in database.Rows("select id, message_id, question from rounds"))
        {
            var content = chat.Rows("select content from messages where id = $1", long.Parse((string)row[1]!, CultureInfo.InvariantCulture))[0][0]!;
            var choices = JsonNode.Parse((string)content)!["blocks"]!.AsArray().FirstOrDefault(b => b!["type"]!.GetValue<string>() == "choices")?["items"]!.AsArray();
            var right = choices is null ? -1 : choices.ToList().FindIndex(c => c!["right"]?.GetValue<bool>() == true);
            Assert.Equal(choices is null, right < 0);
            foreach (var answer in database.Rows("select choice, text, is_right, points from answers where round_id = $1 and (choice is not null or text is not null)", row[0]!))
            {
                // What is typed here is always a wrong guess.
                var isRight = answer[0] is long choice && choice == right;
                Assert.Equal(isRight ? 1L : 0L, answer[2]);
                Assert.Equal(isRight, (long)answer[3]! > 0);
            }

            // What the channel shows of the answers.
            var shown = choices?.Select(c => c!["members"]?.GetValue<long>() ?? 0).ToList() ?? [];
            for (var i = 0; i < shown.Count; i++)
                Assert.Equal(database.Number("select count(*) from answers where round_id = $1 and choice = $2", row[0]!, i), shown[i]);
        }
    }

    private static void CountsAreRecounts(SqliteConnection database)
    {
        const string settled = """
            from answers a join rounds r on r.id = a.round_id where a.settled and (a.choice is not null or a.text is not null)
            """;
        const string category = "json_extract(r.question, '$.Category')";
        Assert.Equal(
            database.Texts($"select a.member_id, '', sum(a.points), count(*), sum(a.is_right) {settled} group by 1 union all "
                + $"select a.member_id, {category}, sum(a.points), count(*), sum(a.is_right) {settled} group by 1, 2 order by 1, 2"),
            database.Texts("select member_id, category, points, answered, answered_right from scores where kind = 4 order by 1, 2"));
        Assert.Equal(
            database.Texts($"select a.member_id, json_extract(r.question, '$.Topic'), count(*), sum(a.is_right) {settled} group by 1, 2 order by 1, 2"),
            database.Texts("select member_id, topic, answered, answered_right from topic_records order by 1, 2"));
        Assert.Equal(
            database.Texts("select round_id, choice, count(*) from answers where choice is not null group by 1, 2 order by 1, 2"),
            database.Texts("select round_id, choice, members from tallies where members <> 0 and choice >= 0 order by 1, 2"));
        Assert.Equal(Streaks(database), database.Texts("select daily_id, member_id, length, best, last from streaks order by 1, 2"));
    }

    private static List<string> Streaks(SqliteConnection database)
    {
        var streaks = new List<string>();
        var numbers = database.Rows("""
            select r.daily_id, a.member_id, r.number from answers a join rounds r on r.id = a.round_id
            where r.daily_id is not null and (a.choice is not null or a.text is not null) order by 1, 2, 3
            """);
        foreach (var of in numbers.GroupBy(n => (n[0], n[1])))
        {
            long length = 0, best = 0, last = 0;
            foreach (var number in of.Select(n => (long)n[2]!))
            {
                length = number == last + 1 ? length + 1 : 1;
                (best, last) = (Math.Max(best, length), number);
            }

            streaks.Add($"{of.Key.Item1}|{of.Key.Item2}|{length}|{best}|{last}");
        }

        return streaks;
    }

    private void PagesKnow(SqliteConnection chat)
    {
        foreach (var page in team.Pages)
        {
            var told = page.Messages.Select(m => $"{m.Id}|{m.Channel}|{m.Author}|{m.Summary}|{m.Sequence}");
            var there = chat.Texts(
                "select id, channel, author, summary, seq from messages where thread is null and (only_for is null or only_for = $1) order by id", page.Member);
            Assert.Equal(there, told);
            Assert.DoesNotContain(page.Messages, m => m.Summary.StartsWith("Something went wrong", StringComparison.Ordinal) || m.Summary.StartsWith("That was a lot", StringComparison.Ordinal));
        }
    }
}
