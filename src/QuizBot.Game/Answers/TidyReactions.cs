using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Engine.Answers;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Game.Rounds;
using QuizBot.Storage;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>
/// Sees to it that of a member's reactions only the answer stands, where the platform lets the bot take the others off. It is
/// done beside the answers, which count without it, and not made up for after a crash.
/// </summary>
internal sealed class TidyReactions(
    Database database, AnswerQueue queue, ReconcileRounds reconcile, PlatformSet platforms, Lanes lanes, KeyedLock locks,
    GameMetrics metrics, TimeProvider time)
{
    private const string Work = "tidy reactions";
    private const int MostRemembered = 10_000;

    // What there is no room for stays below the message, and counts no less.
    private const int MostWaiting = 10_000;

    // By whom and where something was taken off, and which later marks that may have hit: those given until it was done.
    private readonly ConcurrentDictionary<(long Round, long Member, int Choice), (long Decided, long Done)> _takenOff = new();
    private long _begun;
    private int _waiting;

    /// <summary>Begins to tidy up after an answer, if there is anything to tidy.</summary>
    public void Begin(ActiveRound round, ChatMember member, AnswerOutcome outcome)
    {
        // The cheap question first: most answers are a member's only mark.
        if (outcome.Answer is not { } answer || !answer.Marks.Contains('r', StringComparison.Ordinal))
            return;
        if (platforms.Find(round.Place.Channel.Platform) is not { Capabilities.RemovesReactions: true } platform)
            return;
        if (AnswerMarks.Parse(answer.Marks).StandingReactions.Any(m => m.Choice != answer.Choice || MayBeGone(round.Id, outcome.MemberId, m)))
        {
            _ = TidyAsync(platform, round, member, outcome.MemberId);
        }
    }

    private async Task TidyAsync(IChatPlatform platform, ActiveRound round, ChatMember member, long memberId)
    {
        if (Interlocked.Increment(ref _waiting) <= MostWaiting)
        {
            // A lane of its own: a platform that is slow to take reactions off does not hold up its posts.
            await lanes.Run(
                $"{platform.Name} reactions", Work, Interlocked.Increment(ref _begun), token => RunAsync(platform, round, member, memberId, token));
        }

        Interlocked.Decrement(ref _waiting);
    }

    private async Task RunAsync(IChatPlatform platform, ActiveRound round, ChatMember member, long memberId, CancellationToken cancellation)
    {
        using var alone = await locks.MemberAsync(round.Id, memberId, cancellation);
        var message = new MessageRef(round.Place.Channel, round.MessageId);
        while (await ReadAsync(round.Id, memberId, cancellation) is { Order: { } decided } marks)
        {
            // What was taken off while the member put it on again: what stands is on the message.
            if (marks.StandingReactions.Where(m => MayBeGone(round.Id, memberId, m)).ToList() is { Count: > 0 } doubtful)
            {
                if (!await reconcile.RunAsync(round.Id, cancellation))
                    return;
                doubtful.ForEach(m => _takenOff.TryRemove((round.Id, memberId, m.Choice), out _));
                continue;
            }

            if (marks.StandingReactions.Where(m => m.Choice != marks.Choice).Select(m => (int?)m.Choice).FirstOrDefault() is not { } choice
                || !await TakeOffAsync(platform, message, round, member, memberId, choice, decided, cancellation))
                return;
        }
    }

    private async Task<bool> TakeOffAsync(
        IChatPlatform platform, MessageRef message, ActiveRound round, ChatMember member, long memberId, int choice, long decided,
        CancellationToken cancellation)
    {
        if (_takenOff.Count >= MostRemembered)
            _takenOff.Clear();
        _takenOff[(round.Id, memberId, choice)] = (decided, long.MaxValue);
        var removed = await platform.RemoveReactionAsync(message, member.Id, Emoji.Number(choice), cancellation);
        _takenOff[(round.Id, memberId, choice)] = (decided, time.Now().Microseconds());
        if (!removed.IsDone)
        {
            metrics.SendFailed(platform.Name, removed.Failure.Kind.ToString());
            return false;
        }

        // A platform need not tell of what the bot itself removed; without this the answer would fall back to it.
        var gone = new Mark(MarkSource.Reaction, choice, false, decided);
        var change = new AnswerChange(
            round.Id, round.Place.WorkspaceId, member.Id, PlainText.Name(member.Name), a => a.Apply(gone))
        {
            IsHearsay = true,
        };
        return (await queue.WriteAsync(change, cancellation)).Status != AnswerStatus.NotOpen;
    }

    private bool MayBeGone(long roundId, long memberId, Mark mark) =>
        _takenOff.TryGetValue((roundId, memberId, mark.Choice), out var taken) && mark.Order > taken.Decided && mark.Order <= taken.Done;

    private async Task<AnswerMarks?> ReadAsync(long roundId, long memberId, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var marks = await db.Answers.Where(a => a.RoundId == roundId && a.MemberId == memberId && !a.Settled)
            .Select(a => a.Marks).SingleOrDefaultAsync(cancellation);
        return marks is null ? null : AnswerMarks.Parse(marks);
    }
}
