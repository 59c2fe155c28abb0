using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;

namespace QuizBot.Chat;

/// <summary>Where platforms hand in what they hear.</summary>
public interface IChatEvents
{
    /// <summary>
    /// Handles an event. When this returns, the event is durable and may be acknowledged. The same event may be handed in
    /// twice, late, or out of order. It never throws but for <paramref name="cancellation"/> and programming errors.
    /// </summary>
    /// <returns>
    /// What to show the member who caused it, or null. A platform whose deadline comes nearer (3 s on Discord and Slack)
    /// defers and shows the reply when it is there.
    /// </returns>
    ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation);

    /// <summary>Values that complete a half-typed option.</summary>
    /// <param name="command">The command's path, such as <c>daily set</c>.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="typed">What stands there so far; may be empty.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>At most 25 (Discord's limit), the best first.</returns>
    ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(string command, string option, string typed, CancellationToken cancellation);
}
