using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Testing.Builders;

namespace QuizBot.Storage.Tests;

/// <summary>Puts into a database what a test is not about.</summary>
internal sealed class World(Database database)
{
    private static int _names;

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static string Name() => Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture);

    public async Task<Workspace> WorkspaceAsync(string? zone = null)
    {
        var workspace = new Workspace("discord", Name());
        if (zone is not null)
            workspace.SetZone(zone);
        return await AddAsync(workspace);
    }

    public async Task<Channel> ChannelAsync(Workspace? workspace = null) =>
        await AddAsync(new Channel((workspace ?? await WorkspaceAsync()).Id, Name()));

    public async Task<Daily> DailyAsync(Channel? channel = null)
    {
        var daily = new Daily((channel ?? await ChannelAsync()).Id);
        daily.Set(Settings(), "setter", Now);
        return await AddAsync(daily);
    }

    public static DailySettings Settings(LocalTime? at = null) => new(
        new DailySchedule(at ?? new LocalTime(9, 30), DateTimeZoneProviders.Tzdb["Europe/Berlin"], Weekdays.EveryDay),
        null, DailyPool.Mixed, Duration.FromHours(8), AnswerWays.Both);

    public async Task<Quiz> QuizAsync(Channel? channel = null) => await AddAsync(NewQuiz((channel ?? await ChannelAsync()).Id));

    public static Quiz NewQuiz(long channelId) =>
        new(channelId, new QuizSettings(null, null, 10, 20), "starter", "0123456789abcdef", Now, Now + Duration.FromSeconds(5));

    /// <summary>An open round of a daily; a later number is of a later date.</summary>
    public async Task<Round> RoundAsync(Daily daily, int number = 1, Question? question = null)
    {
        var round = NewRound(daily, number, question);
        round.Open(Name(), Now);
        return await AddAsync(round);
    }

    /// <summary>A round that is not yet on the channel.</summary>
    public static Round NewRound(Daily daily, int number = 1, Question? question = null) => Round.ForDaily(
        daily.ChannelId, daily.Id, new LocalDate(2026, 1, 1).PlusDays(number), number, question ?? AQuestion.Choice(), seed: 7,
        postKey: "0123456789abcdef", due: Now, closes: Now + Duration.FromHours(8), ways: AnswerWays.Both, note: null);

    public async Task<Round> ChangeAsync(long roundId, Action<Round> change)
    {
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        var round = (await transaction.TakeRoundAsync(roundId, CancellationToken.None))!;
        change(round);
        await transaction.CommitAsync(CancellationToken.None);
        return round;
    }

    /// <summary>Stops a round's answers.</summary>
    public Task<Round> CloseAsync(Round round, Instant? at = null) => ChangeAsync(round.Id, r => r.BeginClosing(at ?? Now + Duration.FromHours(1)));

    public async Task<TEntity> AddAsync<TEntity>(TEntity entity)
        where TEntity : class
    {
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        transaction.Db.Add(entity);
        await transaction.CommitAsync(CancellationToken.None);
        return entity;
    }

    /// <summary>Reads something by a context that has seen nothing yet.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<QuizDbContext, Task<TResult>> read)
    {
        await using var db = await database.ReadAsync(CancellationToken.None);
        return await read(db);
    }

    public async Task RunSqlAsync(string sql)
    {
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        await transaction.Db.Database.ExecuteSqlRawAsync(sql);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
