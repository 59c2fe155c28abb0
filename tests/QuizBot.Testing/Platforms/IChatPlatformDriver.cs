using QuizBot.Chat;

namespace QuizBot.Testing.Platforms;

/// <summary>
/// Acts on a platform from its members' side, for <see cref="ChatPlatformContract"/>. What a member does has been handed in to
/// the bot, and its reply shown, when a call returns.
/// </summary>
public interface IChatPlatformDriver : IAsyncDisposable
{
    /// <summary>The adapter; it runs, and has handed in its first event.</summary>
    IChatPlatform Platform { get; }

    /// <summary>A channel that the bot may use, empty at first.</summary>
    ChannelRef Channel { get; }

    /// <summary>A channel of the same workspace that is not there.</summary>
    ChannelRef MissingChannel { get; }

    /// <summary>A message that the channel has not.</summary>
    MessageRef MissingMessage { get; }

    ChatMember Ann { get; }

    ChatMember Bob { get; }

    /// <summary>A bot other than the bot itself; null where none can be had.</summary>
    ChatMember? Robot { get; }

    Task ReactAsync(ChatMember member, MessageRef message, string emoji);

    Task UnreactAsync(ChatMember member, MessageRef message, string emoji);

    /// <summary>Presses a button that <see cref="SeenAsync"/> shows on a message, private ones included.</summary>
    Task PressAsync(ChatMember member, SeenMessage message, string action);

    /// <summary>Types a line that begins with a slash.</summary>
    Task TypeAsync(ChatMember member, string line);

    /// <summary>Sends the form that is open for the member.</summary>
    Task SubmitAsync(ChatMember member, IReadOnlyDictionary<string, string> fields);

    /// <summary>The form that is open for the member, or null.</summary>
    Task<SeenForm?> SeenFormAsync(ChatMember member);

    /// <summary>What the member sees in the channel and its threads, in order.</summary>
    Task<IReadOnlyList<SeenMessage>> SeenAsync(ChatMember member);

    /// <summary>Leaves the workspace; false where nobody can.</summary>
    Task<bool> LeaveAsync(ChatMember member);
}
