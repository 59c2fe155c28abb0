using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary>Who plays in a quiz.</summary>
internal sealed class Players(Database database)
{
    // Whoever let this many rounds pass is not waited for.
    private const int Patience = 2;

    /// <summary>Notes a player; false where they were one already.</summary>
    public async Task<bool> JoinAsync(long quizId, long memberId, CancellationToken cancellation)
    {
        await using (var db = await database.ReadAsync(cancellation))
        {
            if (await db.Players.AnyAsync(p => p.QuizId == quizId && p.MemberId == memberId, cancellation))
                return false;
        }

        await using var transaction = await database.WriteAsync(cancellation);
        transaction.Db.Players.Add(new Player(quizId, memberId));
        try
        {
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException fault) when (database.IsUniqueViolation(fault))
        {
            return false;
        }
    }

    /// <summary>Whether every player has answered the round; those who let the last two pass are not waited for.</summary>
    public async Task<bool> HaveAllAnsweredAsync(long quizId, long roundId, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var round = await db.Rounds.Where(r => r.Id == roundId)
            .Select(r => new { r.Status, r.Number }).SingleAsync(cancellation);
        if (round.Status != RoundStatus.Open)
            return false;
        var waitedFor = db.Players.Where(p => p.QuizId == quizId);
        if (round.Number > Patience)
        {
            waitedFor = waitedFor.Where(p => db.Answers.Any(a => a.MemberId == p.MemberId
                && db.Rounds.Any(r => r.Id == a.RoundId && r.QuizId == quizId && r.Number >= round.Number - Patience)));
        }

        return !await waitedFor.AnyAsync(
            p => !db.Answers.Any(a => a.RoundId == roundId && a.MemberId == p.MemberId && (a.Choice != null || a.Text != null)),
            cancellation);
    }
}
