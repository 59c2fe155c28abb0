using System.Text.Json;

namespace QuizBot.Slack.Seam;

/// <summary>
/// All that the adapter asks of Slack, in no library's terms, for one workspace. Calls may come from many threads at once. A
/// client obeys Slack's limits by waiting, repeats what certainly did not happen, and returns every expected failure.
/// </summary>
public interface ISlackClient
{
    /// <summary>Who the bot is; null until Slack has said so.</summary>
    SlackIdentity? Identity { get; }

    /// <summary>Whether Slack is heard at this moment.</summary>
    bool IsConnected { get; }

    /// <summary>
    /// Connects and hands in what it hears until cancelled; reconnects by itself. A delivery is acknowledged when
    /// <paramref name="hear"/> completes, with what it returns; where it throws it is not, and Slack delivers it again.
    /// Deliveries are handed in as they come, also while earlier ones are still being heard.
    /// </summary>
    /// <exception cref="Chat.PlatformRefusedException">Slack refuses the tokens.</exception>
    Task RunAsync(Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, CancellationToken cancellation);

    /// <summary>Calls a method of the Web API.</summary>
    /// <returns>The whole answer, whose <c>ok</c> is true.</returns>
    ValueTask<SlackResult<JsonElement>> CallAsync(SlackCall call, CancellationToken cancellation);

    /// <summary>Sends a message to a response_url, without any token.</summary>
    /// <param name="responseUrl">As Slack gave it.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<SlackResult<JsonElement>> RespondAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellation);
}
