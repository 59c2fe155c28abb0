using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;

namespace QuizBot.Chat;

/// <summary>
/// One chat platform. The only thing a new platform has to implement. Calls may come from many threads at once; an expected
/// failure is a returned <see cref="ChatFailure"/>, an exception is a fault. Adapters obey the platform's rate limits and
/// retry what is certain not to have happened; what may have happened they report as <see cref="ChatFailureKind.Doubtful"/>.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The platform's name, such as <c>discord</c>.</summary>
    string Name { get; }

    /// <summary>What this platform can do.</summary>
    ChatCapabilities Capabilities { get; }

    /// <summary>Whether it hears its platform at this moment; for readiness.</summary>
    bool IsConnected { get; }

    /// <summary>
    /// Connects, offers the commands, and hands in what it hears until cancelled; reconnects by itself. It hands in
    /// <see cref="ConnectionRestored"/> after the first connection and whenever events may have been missed.
    /// </summary>
    /// <exception cref="PlatformRefusedException">The platform refuses these credentials or settings: trying again is useless.</exception>
    Task RunAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation);

    /// <summary>Posts a message. Its key travels with it, so that <see cref="FindPostAsync"/> can tell whether it arrived.</summary>
    ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation);

    /// <summary>The message that was posted with this key, or null where the channel has none.</summary>
    /// <param name="channel">The channel, or the channel its thread belongs to.</param>
    /// <param name="key">The post's key.</param>
    /// <param name="since">It was not posted before this.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<ChatResult<MessageRef?>> FindPostAsync(ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Replaces a message's content. Repeating it changes nothing.</summary>
    ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation);

    /// <summary>Adds the bot's own reactions, in order. Those already there are passed over.</summary>
    ValueTask<ChatResult> AddReactionsAsync(MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation);

    /// <summary>Takes a member's reaction away, where <see cref="ChatCapabilities.RemovesReactions"/>; one not there is no failure.</summary>
    ValueTask<ChatResult> RemoveReactionAsync(MessageRef message, string memberId, string emoji, CancellationToken cancellation);

    /// <summary>The reactions of members (bots excluded) that stand on a message now, of the emoji asked for.</summary>
    ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation);

    /// <summary>Opens a thread below a message, or finds the one that is there.</summary>
    /// <param name="message">The message.</param>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The id to post with.</returns>
    ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation);

    /// <summary>Tells one member something in private, outside any reply.</summary>
    ValueTask<ChatResult> TellMemberAsync(ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation);

    /// <summary>What keeps the bot from working in a channel: empty where nothing does.</summary>
    /// <returns>Permissions that are missing, each by the platform's name for it.</returns>
    ValueTask<ChatResult<IReadOnlyList<string>>> CheckChannelAsync(ChannelRef channel, CancellationToken cancellation);

    /// <summary>Looks a member up; null where they are not in the workspace (any more).</summary>
    ValueTask<ChatResult<ChatMember?>> FindMemberAsync(WorkspaceRef workspace, string memberId, CancellationToken cancellation);
}
