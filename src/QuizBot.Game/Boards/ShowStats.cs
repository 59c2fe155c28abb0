using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Boards;

/// <summary><c>/stats</c>: points, accuracy by category, streaks, and the topics most worth reading up on.</summary>
internal sealed class ShowStats(
    Database database, ReadBoard boards, CheckMembers check, QuestionLibrary library, PlatformSet platforms, TimeProvider time)
{
    private const int MostWeak = 3;

    public async Task<ChatMessage> RunAsync(Invocation use, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var whose = MemberId(use.Options.Text("member")) ?? use.Member.Id;
        var home = await db.FindHomeAsync(use.Channel.Workspace, cancellation);
        var member = home is null ? null : await db.Members.SingleOrDefaultAsync(
            m => m.WorkspaceId == home.WorkspaceId && m.ExternalId == whose, cancellation);
        var self = whose == use.Member.Id;
        if (member is null && !self && home is not null && whose.Length > 0)
        {
            var named = await ByNameAsync(db, home.WorkspaceId, whose, cancellation);
            if (named.Count > 1)
                return Say.Problem($"More than one member here is called {OptionReader.Quote(whose)}. Mention the one you mean.");
            member = named.FirstOrDefault();
        }

        if (home is null || member is null)
        {
            return self
                ? Say.Line("You have not answered anything yet. A question of the day, or /quiz start, changes that.")
                : await NothingOfAsync(use.Channel.Workspace, whose, cancellation);
        }

        if (!self && (member.Left || await HasLeftAsync(use.Channel.Workspace, member, cancellation)))
            return Say.Line($"{member.Name} has left. What they earned is kept, and counts again when they come back.");
        var (_, own, members, _) = await boards.ReadAsync(
            home.WorkspaceId, home.DayOf(time.Now()), new BoardPage(PeriodKind.AllTime, null, 0), member.ExternalId, cancellation);
        var records = await db.TopicRecords.Where(t => t.MemberId == member.Id).ToListAsync(cancellation);
        var streaks = await StreaksAsync(db, member.Id, cancellation);

        var blocks = new List<ChatBlock> { new HeadingBlock(self ? "Your statistics" : $"Statistics of {member.Name}") };
        blocks.Add(new TextBlock(Overall(own, members, streaks, self ? "yours" : "theirs")));
        if (records.Count > 0)
            blocks.Add(ByCategory(records));
        if (Weakest(records) is { Count: > 0 } weak)
        {
            blocks.Add(new TextBlock(ChatText.Bold(self ? "Worth reading" : "Weakest topics")));
            blocks.AddRange(weak.Select(w => new TextBlock(Advice(w))));
        }

        return new ChatMessage(blocks) { Summary = Say.Summary(self ? "Your statistics" : $"Statistics of {member.Name}"), Tone = ChatTone.Result };
    }

    private async Task<bool> HasLeftAsync(WorkspaceRef workspace, Member member, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var left = await check.RunAsync(workspace, [member.ExternalId], check.PatienceAsync(enough.Token));
        await enough.CancelAsync();
        return left;
    }

    // A mention is an id, which says nothing to a reader.
    private async Task<ChatMessage> NothingOfAsync(WorkspaceRef workspace, string whose, CancellationToken cancellation)
    {
        var known = platforms.Find(workspace.Platform) is { } platform && whose.Length > 0
            ? (await platform.FindMemberAsync(workspace, whose, cancellation)).Value
            : null;
        return known is null
            ? Say.Problem($"I know no member {OptionReader.Quote(whose)} who has answered anything here.")
            : Say.Line($"{PlainText.Name(known.Name)} has not answered anything here yet.");
    }

    private static ChatText Overall(BoardRow? own, int members, (int Standing, int Best) streaks, string whose)
    {
        var text = own is null
            ? $"No graded question of {whose} has closed yet."
            : $"{Say.Count(own.Points, "point")}, rank {own.Rank} of {members}. {own.Right} of {Say.Count(own.Answered, "answer")} right ({Say.Percent((double)own.Right / Math.Max(1, own.Answered))}).";
        return streaks switch
        {
            (0, 0) => text,
            (0, var best) => $"{text} No streak at present; the longest was {Say.Count(best, "question")}.",
            var (standing, best) => $"{text} 🔥 A streak of {Say.Count(standing, "daily question")}{(best > standing ? $" (the longest: {best})" : "")}.",
        };
    }

    private TableBlock ByCategory(List<TopicRecord> records) => new(
        [new TableColumn("Category"), new TableColumn("Right", IsNumber: true), new TableColumn("Accuracy", IsNumber: true)],
        [.. records.GroupBy(r => r.Category)
            .Select(g => (Category: g.Key, Right: g.Sum(r => r.Right), Answered: g.Sum(r => r.Answered)))
            .OrderByDescending(g => (double)g.Right / g.Answered).ThenByDescending(g => g.Answered)
            .Select(g => new TableRow(
                [library.Current.FindCategory(g.Category)?.Title ?? g.Category, $"{g.Right} of {g.Answered}", Say.Percent((double)g.Right / g.Answered)]))]);

    // The lower bound of what the accuracy may really be would hide a topic missed once; what was missed is what to read.
    private static List<TopicRecord> Weakest(List<TopicRecord> records) =>
        [.. records.Where(r => r.Right < r.Answered)
            .OrderBy(r => (double)r.Right / r.Answered).ThenByDescending(r => r.Answered).ThenBy(r => r.Topic, StringComparer.Ordinal)
            .Take(MostWeak)];

    private ChatText Advice(TopicRecord record)
    {
        var bank = library.Current;
        var text = (ChatText)$"• {bank.FindTopic(record.Topic)?.Title ?? record.Topic}: {record.Right} of {record.Answered} right. ";
        var source = bank.Shelf(record.Category, new QuestionScope(QuestionPool.Open)).Concat(bank.Shelf(record.Category, new QuestionScope(QuestionPool.Graded)))
            .FirstOrDefault(q => q.Topic == record.Topic && q.Source is not null)?.Source;
        if (source is not null)
            text += (ChatText)"Read " + ChatText.Link(source.Title, source.Url) + ", then try ";
        else
            text += "Try ";
        return text + ChatText.Code($"/quiz start {record.Category}") + ".";
    }

    private static async Task<(int Standing, int Best)> StreaksAsync(QuizDbContext db, long memberId, CancellationToken cancellation)
    {
        var streaks = await (
            from s in db.Streaks
            where s.MemberId == memberId
            let lastClosed = db.Rounds.Where(r => r.DailyId == s.DailyId && r.Status == RoundStatus.Closed).Max(r => (int?)r.Number) ?? 0
            select new { Streak = s, LastClosed = lastClosed }).ToListAsync(cancellation);
        return (
            streaks.Select(s => s.Streak.Standing(s.LastClosed)).DefaultIfEmpty().Max(),
            streaks.Select(s => s.Streak.Best).DefaultIfEmpty().Max());
    }

    // On a text line a member is written <@id>, or by name.
    private static string? MemberId(string? text) =>
        text is ['<', '@', .. var id, '>'] ? id.TrimStart('!').Split('|')[0] : text?.TrimStart('@');

    private static async Task<List<Member>> ByNameAsync(QuizDbContext db, long workspaceId, string name, CancellationToken cancellation)
    {
        // Not every database lowers more than ASCII letters: of the others any will do, until they are compared here.
        var like = string.Concat(name.ToLowerInvariant().EnumerateRunes().Select(r => r.IsAscii ? (r.Value is '%' or '_' or '\\' ? "\\" : "") + r : "_"));
#pragma warning disable CA1862 // EF Core translates ToLower, and no StringComparison.
        var alike = await db.Members.Where(m => m.WorkspaceId == workspaceId && !m.Left && EF.Functions.Like(m.Name.ToLower(), like, "\\"))
            .ToListAsync(cancellation);
#pragma warning restore CA1862
        return alike.FindAll(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));
    }
}
