using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Scoring;
using QuizBot.Storage;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Game.Boards;

/// <summary>Reads a leaderboard: one row of the kept scores a member, whatever the number of answers behind it.</summary>
internal sealed class ReadBoard(Database database)
{
    public const int PageSize = 10;

    /// <returns>The page, or the last there is; the member's own row where there is one; and how many members there are.</returns>
    public async Task<(IReadOnlyList<BoardRow> Rows, BoardRow? Own, int Members, BoardPage Page)> ReadAsync(
        long workspaceId, LocalDate today, BoardPage page, string memberId, CancellationToken cancellation)
    {
        var period = Period.Containing(page.Kind, today);
        await using var db = await database.ReadAsync(cancellation);
        var scores =
            from s in db.Scores
            join m in db.Members on s.MemberId equals m.Id
            where s.WorkspaceId == workspaceId && s.Kind == period.Kind && s.Start == period.Start
                && s.Category == (page.Category ?? Score.AllCategories) && !m.Left
            select new { m.ExternalId, m.Name, s.Points, s.Answered, s.Right };
        var members = await scores.CountAsync(cancellation);
        // Members leave while others turn pages.
        page = page with { Page = Math.Clamp(page.Page, 0, Math.Max(0, members - 1) / PageSize) };
        var rows = await scores.OrderByDescending(s => s.Points).ThenBy(s => s.Name).ThenBy(s => s.ExternalId)
            .Skip(page.Page * PageSize).Take(PageSize).ToListAsync(cancellation);
        var first = rows.Count == 0 ? 1 : 1 + await scores.CountAsync(s => s.Points > rows[0].Points, cancellation);
        // The first of a page may share its rank with the page before.
        var ranks = Ranks([.. rows.Select(r => r.Points)], first, page.Page * PageSize);
        var own = await scores.SingleOrDefaultAsync(s => s.ExternalId == memberId, cancellation);
        return (
            [.. rows.Select((r, i) => new BoardRow(ranks[i], r.ExternalId, r.Name, r.Points, r.Answered, r.Right))],
            own is null ? null : new BoardRow(
                1 + await scores.CountAsync(s => s.Points > own.Points, cancellation), own.ExternalId, own.Name, own.Points, own.Answered, own.Right),
            members, page);
    }

    private static int[] Ranks(IReadOnlyList<long> points, int first, int before)
    {
        var ranks = Ranking.Of(points, before + 1);
        for (var i = 0; i < ranks.Length && points[i] == points[0]; i++)
            ranks[i] = first;
        return ranks;
    }
}
