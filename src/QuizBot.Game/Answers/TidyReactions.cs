using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Engine.Answers;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Game.Rounds;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>
/// Sees to it that one reaction a member stands, where the platform lets the bot take others off. It comes after the answer, not
/// within it: platforms allow few of these a second, and nothing depends on them, for the latest counts anyway.
/// </summary>
internal sealed partial class TidyReactions(AnswerQueue queue, PlatformSet platforms, GameMetrics metrics, ILogger<TidyReactions> logger)
    : BackgroundService
{
    private const int Capacity = 10_000;
    private const int AtOnce = 8;

    // What there is no room for stays below the message.
    private readonly Channel<Replaced> _replaced = Channel.CreateBounded<Replaced>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes the member's other reactions off soon.</summary>
    public void Later(ActiveRound round, ReactionChanged happened, Answer answer)
    {
        if (Others(answer).Any() && platforms.Find(happened.Message.Channel.Platform) is { Capabilities.RemovesReactions: true } platform)
            _replaced.Writer.TryWrite(new Replaced(platform, round, happened));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _replaced.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (replaced, cancellation) =>
        {
            try
            {
                await TakeOffOthersAsync(replaced, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                Faulted(fault, replaced.Round.Id);
            }
        });

    private static IEnumerable<int> Others(Answer answer) =>
        AnswerMarks.Parse(answer.Marks).StandingReactions.Where(c => c != answer.Choice);

    private async ValueTask TakeOffOthersAsync(Replaced replaced, CancellationToken cancellation)
    {
        var (platform, round, happened) = replaced;
        // Asked anew: the member may have thought better of it meanwhile.
        if ((await ApplyAsync(round, happened, _ => false, cancellation)).Answer is not { } answer)
            return;
        foreach (var choice in Others(answer).ToList())
        {
            var removed = await platform.RemoveReactionAsync(happened.Message, happened.Member.Id, Emoji.Number(choice), cancellation);
            if (!removed.IsDone)
            {
                metrics.SendFailed(platform.Name, removed.Failure.Kind.ToString());
                continue;
            }

            // A platform need not tell of what the bot itself removed; without this the answer would fall back to it.
            var gone = new Mark(MarkSource.Reaction, choice, false, happened.Order);
            await ApplyAsync(round, happened, a => a.Apply(gone), cancellation);
        }
    }

    private Task<AnswerOutcome> ApplyAsync(ActiveRound round, ReactionChanged happened, Func<Answer, bool> apply, CancellationToken cancellation) =>
        queue.WriteAsync(
            new AnswerChange(round.Id, round.Place.WorkspaceId, happened.Member.Id, PlainText.Name(happened.Member.Name), apply) { IsHearsay = true },
            cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Taking replaced reactions off round {Round} faulted")]
    private partial void Faulted(Exception fault, long round);

    private sealed record Replaced(IChatPlatform Platform, ActiveRound Round, ReactionChanged Happened);
}
