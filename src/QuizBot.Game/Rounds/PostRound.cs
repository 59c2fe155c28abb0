using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Dailies;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Rounds;

/// <summary>
/// Brings a round that is committed as posting to its channel, once: a post of doubtful outcome is looked for before it is
/// sent again.
/// </summary>
internal sealed partial class PostRound(
    Database database, RoundQueue queue, PostedRounds posted, FurnishRound furnish, ActiveRounds active, PlatformSet platforms, QuestionLibrary library,
    PauseForFault pause, KeyedLock locks, DeadlineSignal deadlines, GameMetrics metrics, TimeProvider time, ILogger<PostRound> logger)
{
    /// <summary>What this is called where the same work is done once at a time.</summary>
    public const string Work = "post round";

    private static readonly Duration ClockDifference = Duration.FromMinutes(10);

    /// <summary>Posts a round that this process has just committed, so that it cannot have been sent.</summary>
    /// <param name="round">As it was committed, claimed by this process.</param>
    /// <param name="place">Its channel.</param>
    /// <param name="rounds">The rounds of its quiz; 0 for a daily.</param>
    /// <param name="cancellation">Gives up; what is outstanding is resumed later.</param>
    public Task RunAsync(Round round, Place place, int rounds, CancellationToken cancellation) =>
        AloneAsync(round.Id, async () =>
        {
            if (await StillOursAsync(round, cancellation) is { } ours)
                await PostAsync(ours, place, rounds, resumed: false, cancellation);
        }, cancellation);

    /// <summary>Does what is outstanding for a round that may have been sent: after a crash or a failure.</summary>
    public Task ResumeAsync(long roundId, CancellationToken cancellation) => AloneAsync(roundId, async () =>
    {
        var now = time.Now();
        var round = await queue.ChangeAsync(roundId, r => r.TryClaim(now, Backoff.Claim), cancellation);
        if (round is null)
            return;
        await using var db = await database.ReadAsync(cancellation);
        var place = await db.PlaceOfAsync(round.ChannelId, cancellation);
        var rounds = await db.Quizzes.Where(q => q.Id == round.QuizId).Select(q => q.Rounds).SingleOrDefaultAsync(cancellation);
        if (round.Status == RoundStatus.Posting)
            await PostAsync(round, place, rounds, resumed: true, cancellation);
        else if (platforms.Find(place.Channel.Platform) is { } platform)
            await furnish.RunAsync(platform, round, place, reconciles: true, cancellation);
    }, cancellation);

    // A claim that would run out before the work must be over means that the queue before it was long: it is renewed, unless
    // somebody else has taken it over.
    private async Task<Round?> StillOursAsync(Round round, CancellationToken cancellation)
    {
        var now = time.Now();
        if (now + Backoff.LongestWork < round.RetryAt)
            return round;
        var claimed = round.RetryAt;
        return await queue.ChangeAsync(round.Id, r => r.TryRenew(claimed, now + Backoff.Claim), cancellation);
    }

    private async Task AloneAsync(long roundId, Func<Task> work, CancellationToken cancellation)
    {
        using var alone = await locks.RoundAsync(roundId, cancellation);
        await work();
        deadlines.Changed();
    }

    private async Task PostAsync(Round round, Place place, int rounds, bool resumed, CancellationToken cancellation)
    {
        if (platforms.Find(place.Channel.Platform) is not { } platform)
            return;
        var arrival = active.Expect(place.Channel);
        Round? open = null;
        try
        {
            var found = resumed ? await FindAsync(platform, round, place, cancellation) : ChatResult.Of<MessageRef?>(null);
            if (found is { IsDone: true, Value: null } && round.QuizId is null && time.Now() >= round.Closes)
            {
                await pause.MissAsync(round, cancellation);
                return;
            }

            var message = found.Value is { } there ? there : found.Failure is { } failed ? failed : await platform.PostAsync(
                new ChatPost(place.Channel, round.PostKey, RoundMessages.Open(round, library.Current, rounds)), cancellation);
            if (message.IsDone)
                open = await OpenAsync(round, place, message.Value, cancellation);
            else
                await FailAsync(platform, round, place, message.Failure, cancellation);
        }
        finally
        {
            active.End(place.Channel, arrival);
        }

        // Whoever reacted before its message was known is on the message.
        if (open is { Furnished: false })
            await furnish.RunAsync(platform, open, place, resumed || arrival.WasHeardOf, cancellation);
    }

    private async Task<ChatResult<MessageRef?>> FindAsync(
        IChatPlatform platform, Round round, Place place, CancellationToken cancellation)
    {
        var found = await platform.FindPostAsync(
            place.Channel, round.PostKey, (round.Due - ClockDifference).ToDateTimeOffset(), cancellation);
        if (found is { IsDone: true, Value: not null })
            Adopted(round.Id, platform.Name);
        return found;
    }

    private async Task<Round?> OpenAsync(Round round, Place place, MessageRef message, CancellationToken cancellation)
    {
        var now = time.Now();
        if (!await posted.OpenAsync(round, message.Id, now, cancellation))
            return null;
        active.Remember(round, place);
        metrics.Posted(place.Channel.Platform, round.QuizId is null ? "daily" : "quiz");
        metrics.Began("post", (now - round.Due).ToTimeSpan());
        Posted(round.Id, round.Question.Id, place.Channel.Platform, place.Channel.Id);
        return round;
    }

    private async Task FailAsync(
        IChatPlatform platform, Round round, Place place, ChatFailure failure, CancellationToken cancellation)
    {
        metrics.SendFailed(platform.Name, failure.Kind.ToString());
        NotPosted(round.Id, failure.Kind, failure.Detail);
        if (failure.IsFinal)
            await pause.RunAsync(round, place, failure, cancellation);
        else
            await queue.ChangeAsync(round.Id, r => r.TryAgainAfter(failure, time.Now()), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Posted round {Round} with {Question} on {Platform} in {Channel}")]
    private partial void Posted(long round, string question, string platform, string channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round} was on {Platform} already; adopted its message")]
    private partial void Adopted(long round, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Round} could not be posted: {Kind}, {Detail}")]
    private partial void NotPosted(long round, ChatFailureKind kind, string detail);
}
