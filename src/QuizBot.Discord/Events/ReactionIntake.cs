using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Events;

/// <summary>
/// Hands reactions in as fast as they come: one is begun before the one ahead is durable, so that many are written together.
/// At some thousands in flight the event stream waits.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds nothing that must be given back, and the last reactions in flight may outlive the run.")]
internal sealed partial class ReactionIntake(IChatEvents events, IDiscordClient client, EventOrder order, ILogger logger)
{
    private const int Most = 4_096;
    private readonly SemaphoreSlim _places = new(Most, Most);
    private readonly IdTexts _texts = new();

    public async ValueTask HearAsync(ReactionHeard heard, CancellationToken cancellation)
    {
        var handled = events.HandleAsync(ToEvent(heard), cancellation);
        if (handled.IsCompletedSuccessfully)
        {
            _ = handled.Result;
            return;
        }

        // Begun already, so that the order is Discord's.
        await _places.WaitAsync(cancellation);
        _ = ReleaseAsync(handled);
    }

    /// <summary>Waits until everything that has begun is handled; nothing more may begin.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < Most; i++)
            await _places.WaitAsync(cancellation);
    }

    private ReactionChanged ToEvent(ReactionHeard heard)
    {
        var channel = new ChannelRef(new WorkspaceRef(DiscordIds.Platform, _texts.Of(heard.Guild)), _texts.Of(heard.Channel));
        var user = Snowflake.Text(heard.User);
        // A removed reaction comes without the name.
        var member = heard.Member is { } known
            ? new ChatMember(user, known.Name, known.IsBot)
            : new ChatMember(user, $"member {user}", IsBot: heard.User == client.Identity?.User.Id) { NameIsProvisional = true };
        return new ReactionChanged(
            "", new MessageRef(channel, _texts.Of(heard.Message)), member, EmojiForm.Of(heard.Emoji, heard.IsCustom), heard.Added, order.Next());
    }

    private async Task ReleaseAsync(ValueTask<ChatReply?> handled)
    {
        try
        {
            await handled;
        }
        catch (OperationCanceledException)
        {
            // The bot stops; reconciliation reads the reaction at the next start.
        }
        catch (Exception fault)
        {
            Faulted(fault);
        }
        finally
        {
            _places.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: handling a reaction faulted")]
    private partial void Faulted(Exception fault);
}
