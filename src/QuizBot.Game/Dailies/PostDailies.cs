using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Picking;
using QuizBot.Game.Places;
using QuizBot.Game.Rounds;
using QuizBot.Storage;
using QuizBot.Storage.Posting;

namespace QuizBot.Game.Dailies;

/// <summary>Takes the dailies that are due, commits a round for each, and posts them.</summary>
public sealed partial class PostDailies
{
    private const int BatchSize = 250;
    private readonly Database _database;
    private readonly PostingStore _store;
    private readonly PickQuestions _pick;
    private readonly Lanes _lanes;
    private readonly PostRound _post;
    private readonly PauseForFault _pause;
    private readonly GameMetrics _metrics;
    private readonly IOptions<DailyOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PostDailies> _logger;

    internal PostDailies(
        Database database, PostingStore store, PickQuestions pick, Lanes lanes, PostRound post, PauseForFault pause, GameMetrics metrics,
        IOptions<DailyOptions> options, TimeProvider time, ILogger<PostDailies> logger) =>
        (_database, _store, _pick, _lanes, _post, _pause, _metrics, _options, _time, _logger) =
        (database, store, pick, lanes, post, pause, metrics, options, time, logger);

    /// <summary>Commits a round for every daily that is due now, and begins to post them.</summary>
    /// <returns>A task that completes when what was begun is done; it never fails.</returns>
    public async Task<Task> BeginAsync(CancellationToken cancellation)
    {
        var begun = new List<Task>();
        DailyBatch batch;
        do
        {
            batch = await TakeBatchAsync(cancellation);
            begun.AddRange(batch.Rounds.Select(r => Post(r.Round, r.Place)));
            begun.AddRange(batch.Empty.Select(e => _lanes.Run(e.Place.Channel.Platform, "tell of daily", e.Daily.Id, token =>
                _pause.TellAsync(e.Place, e.Daily.SetBy!, PauseForFault.PausedText(e.Place.Channel, e.Daily.PausedBecause!), token))));
        }
        while (batch.Taken == BatchSize);
        return Task.WhenAll(begun);
    }

    /// <summary>Posts a round just committed.</summary>
    internal Task Post(Round round, Place place) =>
        _lanes.Run(place.Channel.Platform, PostRound.Work, round.Id, token => _post.RunAsync(round, place, rounds: 0, token));

    /// <summary>Takes one daily out of its turn, for <c>/daily now</c>.</summary>
    /// <returns>The round to be posted, null where today's question was taken already or none is left; null where the daily is gone.</returns>
    internal async Task<(Round? Round, Place Place, Daily Daily, LocalDate? Date)?> TakeNowAsync(
        long dailyId, CancellationToken cancellation)
    {
        await using var transaction = await _database.WriteAsync(cancellation);
        if (await transaction.TakeDailyAsync(dailyId, cancellation) is not { } daily)
            return null;
        var place = await transaction.Db.PlaceOfAsync(daily.ChannelId, cancellation);
        var now = _time.Now();
        if (daily.TakeNow(now) is not { } date)
            return (null, place, daily, null);
        var histories = await PickQuestions.LoadAsync(transaction, [daily.ChannelId], cancellation);
        var round = MakeRound(histories, daily, date, now, now);
        if (round is not null)
        {
            await _store.KeepAsync(transaction, [daily], [round], histories.Changed, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return (round, place, daily, date);
    }

    private async Task<DailyBatch> TakeBatchAsync(CancellationToken cancellation)
    {
        var batch = new DailyBatch();
        await using var transaction = await _database.WriteAsync(cancellation);
        var now = _time.Now();
        var dailies = await transaction.TakeDueDailiesAsync(now, BatchSize, cancellation);
        batch.Taken = dailies.Count;
        if (dailies.Count == 0)
            return batch;
        var channels = dailies.Select(d => d.ChannelId).ToList();
        var places = await transaction.Db.PlacesOfAsync(channels, cancellation);
        var histories = await PickQuestions.LoadAsync(transaction, channels, cancellation);
        foreach (var daily in dailies)
        {
            var missedBefore = daily.Missed?.Length ?? 0;
            var due = daily.TakeDue(now, Duration.FromTimeSpan(_options.Value.CatchUp));
            if (daily.Missed is { } missed && missed.Length != missedBefore)
            {
                _metrics.Missed(1);
                Missed(daily.Id, missed);
            }

            if (due is not { } taken)
                continue;
            if (MakeRound(histories, daily, taken.Date, taken.At, now) is { } round)
            {
                batch.Rounds.Add((round, places[daily.ChannelId]));
            }
            else
            {
                daily.Pause($"there is no question{(daily.Category is { } c ? $" in {c}" : "")} to ask");
                batch.Empty.Add((daily, places[daily.ChannelId]));
            }
        }

        await _store.KeepAsync(transaction, dailies, [.. batch.Rounds.Select(r => r.Round)], histories.Changed, cancellation);
        await transaction.CommitAsync(cancellation);
        return batch;
    }

    private Round? MakeRound(ChannelHistories histories, Daily daily, LocalDate date, Instant due, Instant now)
    {
        var (number, pool) = daily.CountPost();
        var question = _pick.Pick(histories, daily.ChannelId, new QuestionScope(pool, daily.Category))
            // A category without prompts, or without graded questions, still gives a mixed daily what it has.
            ?? (daily.Pool == DailyPool.Mixed ? _pick.Pick(histories, daily.ChannelId, new QuestionScope(Other(pool, daily), daily.Category)) : null);
        if (question is null)
        {
            daily.TakeBack(number);
            return null;
        }

        var round = Round.ForDaily(
            daily.ChannelId, daily.Id, date, number, question, Keys.NewSeed(), Keys.New(), due, due + daily.CloseAfter,
            daily.Ways, MissedNote(daily.TellMissed()));
        round.Claim(now + Backoff.Claim);
        return round;
    }

    private static QuestionPool Other(QuestionPool pool, Daily daily) =>
        pool != QuestionPool.Open ? QuestionPool.Open
        : daily.Ways == AnswerWays.Reactions ? QuestionPool.Choices
        : QuestionPool.Graded;

    private static string? MissedNote(IReadOnlyList<string> dates)
    {
        if (dates.Count == 0)
            return null;
        var days = dates.Select(d => Say.Day(NodaTime.Text.LocalDatePattern.Iso.Parse(d).Value)).ToList();
        var shown = days.Count > 5 ? [.. days.Take(4), $"{days.Count - 4} more"] : days;
        return $"I was away on {Say.List(shown)}, so there was no question. Nobody's streak is broken by that.";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Daily {Daily} missed {Dates}")]
    private partial void Missed(long daily, string dates);
}
