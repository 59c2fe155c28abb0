using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Storage.Dialects;

namespace QuizBot.Storage;

/// <summary>A transaction that writes. Rows taken by its Take… methods are held against other hosts until its end.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly ISqlDialect _dialect;
    private readonly SemaphoreSlim? _turn;

    internal WriteTransaction(QuizDbContext db, IDbContextTransaction transaction, ISqlDialect dialect, SemaphoreSlim? turn) =>
        (Db, _transaction, _dialect, _turn) = (db, transaction, dialect, turn);

    public QuizDbContext Db { get; }

    /// <summary>Dailies that are due, the longest due first; those another host is taking are passed over.</summary>
    public Task<List<Daily>> TakeDueDailiesAsync(Instant now, int most, CancellationToken cancellation) =>
        Db.Dailies.FromSqlRaw(_dialect.TakeDueDailies, Conversions.Microseconds.Of(now), most).AsNoTracking().ToListAsync(cancellation);

    /// <summary>The daily, held; null where there is none.</summary>
    public async Task<Daily?> TakeDailyAsync(long id, CancellationToken cancellation) =>
        (await Db.Dailies.FromSqlRaw(_dialect.TakeDaily, id).ToListAsync(cancellation)).SingleOrDefault();

    /// <summary>The round, held; null where there is none.</summary>
    public async Task<Round?> TakeRoundAsync(long id, CancellationToken cancellation) =>
        (await Db.Rounds.FromSqlRaw(_dialect.TakeRound, id).ToListAsync(cancellation)).SingleOrDefault();

    /// <summary>The rounds, held, by id; those that do not exist are missing.</summary>
    /// <param name="ids">In ascending order, so that two hosts never wait for each other.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Dictionary<long, Round>> TakeRoundsAsync(IReadOnlyList<long> ids, CancellationToken cancellation) =>
        (await Db.Rounds.FromSqlRaw(_dialect.TakeRounds, System.Text.Json.JsonSerializer.Serialize(ids)).ToListAsync(cancellation))
        .ToDictionary(r => r.Id);

    /// <summary>The quiz, held; null where there is none.</summary>
    public async Task<Quiz?> TakeQuizAsync(long id, CancellationToken cancellation) =>
        (await Db.Quizzes.FromSqlRaw(_dialect.TakeQuiz, id).ToListAsync(cancellation)).SingleOrDefault();

    /// <summary>Saves what is tracked and makes it durable.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Db.SaveChangesAsync(cancellation);
        await _transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using (Db)
                await _transaction.DisposeAsync();
        }
        finally
        {
            _turn?.Release();
        }
    }
}
