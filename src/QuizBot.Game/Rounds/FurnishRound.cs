using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Answers;
using QuizBot.Game.Dailies;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;

namespace QuizBot.Game.Rounds;

/// <summary>Seeds an open round's reactions, or opens its thread.</summary>
internal sealed partial class FurnishRound(
    RoundQueue queue, PostedRounds posted, ReconcileRounds reconcile, PauseForFault pause, GameMetrics metrics, TimeProvider time, ILogger<FurnishRound> logger)
{
    public static bool IsNeeded(Round round) =>
        round.Question.Kind == QuestionKind.Open || (round.Choices.Count > 0 && round.Ways.HasFlag(AnswerWays.Reactions));

    /// <param name="platform">The round's platform.</param>
    /// <param name="round">An open round.</param>
    /// <param name="place">Its channel.</param>
    /// <param name="reconciles">True where the message may have stood there while nobody listened: its reactions are read.</param>
    /// <param name="cancellation">Gives up; what is outstanding is resumed later.</param>
    public async Task RunAsync(IChatPlatform platform, Round round, Place place, bool reconciles, CancellationToken cancellation)
    {
        var message = new MessageRef(place.Channel, round.MessageId!);
        string? thread = null;
        ChatFailure? failure;
        if (round.Question.Kind == QuestionKind.Open)
        {
            var opened = await platform.OpenThreadAsync(message, PlainText.Short(Say.Summary(round.Question.Ask), 80), cancellation);
            (thread, failure) = (opened.Value, opened.Failure);
        }
        else
        {
            failure = (await platform.AddReactionsAsync(message, Emoji.Numbers(round.Choices.Count), cancellation)).Failure;
        }

        if (failure is not null)
        {
            metrics.SendFailed(platform.Name, failure.Kind.ToString());
            NotFurnished(round.Id, failure.Kind, failure.Detail);
        }

        if (failure is { IsFinal: false })
        {
            await queue.ChangeAsync(round.Id, r => r.TryAgainAfter(failure, time.Now()), cancellation);
            return;
        }

        // What is refused for good is not worth the round: members can add reactions, and write, themselves.
        await posted.FurnishAsync(round, thread, cancellation);
        if (reconciles)
            await reconcile.RunAsync(round.Id, cancellation);
        if (failure?.Kind == ChatFailureKind.Forbidden)
        {
            var lacking = round.Question.Kind == QuestionKind.Open ? "open a thread" : "add reactions";
            await pause.TellAsync(round, place, (ChatText)"I posted the question of the day in " + ChatText.Channel(place.Channel.Id)
                + $", but may not {lacking} there ({FailureText.Detail(failure)}).", cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Round} got no reactions or no thread: {Kind}, {Detail}")]
    private partial void NotFurnished(long round, ChatFailureKind kind, string detail);
}
