using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Messages;
using QuizBot.Storage;

namespace QuizBot.Game.Rounds;

/// <summary>Reads how a settled round ended.</summary>
internal sealed class ReadResult(Database database)
{
    // More are counted, not named.
    private const int MostNames = 500;
    private const int MostStreaks = 5;

    public async Task<RoundResult> ReadAsync(Round round, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var tallies = await db.Tallies.Where(t => t.RoundId == round.Id && t.Members > 0)
            .ToDictionaryAsync(t => t.Choice, t => t.Members, cancellation);
        var right = await (
            from a in db.Answers
            join m in db.Members on a.MemberId equals m.Id
            where a.RoundId == round.Id && a.Right == true
            orderby a.Points descending, a.Order
            select new { m.ExternalId, m.Name, a.Points }).Take(MostNames).ToListAsync(cancellation);
        var streaks = await (
            from s in db.Streaks
            join m in db.Members on s.MemberId equals m.Id
            where s.DailyId == round.DailyId && s.Last == round.Number && s.Length > 1
            orderby s.Length descending, m.Name
            select new { m.ExternalId, m.Name, s.Length }).Take(MostStreaks).ToListAsync(cancellation);
        return new RoundResult(
            tallies,
            [.. right.Select(r => (r.ExternalId, r.Name, r.Points))],
            [.. streaks.Select(s => (s.ExternalId, s.Name, s.Length))]);
    }
}
