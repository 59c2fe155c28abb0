using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Game.Answers;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Storage;

namespace QuizBot.Game.Events;

/// <summary>Takes in what platforms hear and hands it to the use case it is for.</summary>
internal sealed partial class EventHandler(
    RecordAnswer answers, ReconcileRounds reconcile, CommandRouter commands, ButtonRouter buttons, MembershipChanges members,
    PauseForFault pause, Completions completions, MemberPace pace, Database database, GameMetrics metrics, TimeProvider time,
    ILogger<EventHandler> logger) : IChatEvents
{
    public async ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            try
            {
                return await RouteAsync(happened, cancellation);
            }
            catch (DbUpdateException clash) when (database.IsUniqueViolation(clash))
            {
                // Two noted the same channel or member at once; the second now finds what the first one wrote.
                return await RouteAsync(happened, cancellation);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The member gets a sentence and a reference; what went wrong is for the log alone.
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
            Faulted(fault, happened.GetType().Name, reference);
            return new PrivateReply(Say.Problem($"Something went wrong on my side. Please try again. If it happens again, tell whoever runs me this reference: {reference}."));
        }
        finally
        {
            metrics.Acknowledged(PlatformOf(happened), happened.GetType().Name, time.GetElapsedTime(started));
        }
    }

    public ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(
        string command, string option, string typed, CancellationToken cancellation) =>
        ValueTask.FromResult(completions.Find(command, option, typed));

    private async ValueTask<ChatReply?> RouteAsync(ChatEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case ReactionChanged reaction:
                await answers.ByReactionAsync(reaction, cancellation);
                return null;
            case ButtonPressed pressed:
                return TooFast(pressed.Message.Channel, pressed.Member) ?? await buttons.PressedAsync(pressed, cancellation);
            case FormSubmitted submitted:
                return TooFast(submitted.Channel, submitted.Member) ?? await buttons.SubmittedAsync(submitted, cancellation);
            case CommandTyped typed:
                return TooFast(typed.Channel, typed.Member) ?? await commands.TypedAsync(typed, cancellation);
            case CommandInvoked invoked:
                return TooFast(invoked.Channel, invoked.Member) ?? await commands.InvokedAsync(invoked, cancellation);
            case ConnectionRestored restored:
                await reconcile.RunAsync(restored.Platform, restored.Workspaces, cancellation);
                return null;
            case MemberLeft left:
                await members.LeftAsync(left.Workspace, [left.MemberId], cancellation);
                return null;
            case ChannelGone gone:
                await pause.ChannelGoneAsync(gone.Channel, gone.Reason, cancellation);
                return null;
            case WorkspaceGone gone:
                await members.WorkspaceGoneAsync(gone, cancellation);
                return null;
            case BotInvited invited:
                await members.InvitedAsync(invited, cancellation);
                return null;
            default:
                throw new NotSupportedException($"Nobody handles {happened.GetType().Name}.");
        }
    }

    private PrivateReply? TooFast(ChannelRef channel, ChatMember member) => pace.Allow(channel.Workspace, member.Id)
        ? null
        : new PrivateReply(Say.Problem("That was a lot in a few seconds. Please wait a moment, then try again."));

    private static string PlatformOf(ChatEvent happened) => happened switch
    {
        ReactionChanged e => e.Message.Channel.Platform,
        ButtonPressed e => e.Message.Channel.Platform,
        FormSubmitted e => e.Channel.Platform,
        CommandTyped e => e.Channel.Platform,
        CommandInvoked e => e.Channel.Platform,
        ConnectionRestored e => e.Platform,
        MemberLeft e => e.Workspace.Platform,
        ChannelGone e => e.Channel.Platform,
        WorkspaceGone e => e.Workspace.Platform,
        BotInvited e => e.Channel.Platform,
        _ => "",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling {Event} faulted; reference {Reference}")]
    private partial void Faulted(Exception fault, string @event, string reference);
}
