using System.Text.Json;
using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What <c>/gateway/bot</c> says.</summary>
/// <param name="Url">Where the gateway is.</param>
/// <param name="Shards">How many shards Discord wants.</param>
/// <param name="SessionsLeft">How many sessions may still be begun.</param>
/// <param name="SessionsReset">When there are more.</param>
/// <param name="Concurrency">How many shards may begin one at the same moment.</param>
internal sealed record GatewayAnswer(Uri Url, int Shards, int SessionsLeft, TimeSpan SessionsReset, int Concurrency)
{
    /// <exception cref="JsonException">It makes no sense, or leads elsewhere than to Discord.</exception>
    public static GatewayAnswer Read(ref JsonCursor cursor, Uri api)
    {
        string? url = null;
        int shards = 1, left = 0, concurrency = 1;
        var reset = TimeSpan.Zero;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("url"u8))
                    url = cursor.Text();
                else if (cursor.Is("shards"u8))
                    shards = cursor.Int();
                else if (cursor.Is("session_start_limit"u8) && cursor.EnterObject())
                    while (cursor.NextField())
                    {
                        if (cursor.Is("remaining"u8))
                            left = cursor.Int();
                        else if (cursor.Is("reset_after"u8))
                            reset = TimeSpan.FromMilliseconds(cursor.Int());
                        else if (cursor.Is("max_concurrency"u8))
                            concurrency = cursor.Int();
                    }
            }

        if (url is null || shards < 1 || concurrency < 1 || left < 0 || reset < TimeSpan.Zero)
            throw new JsonException("The gateway's address, shards or limits make no sense.");
        if (GatewayUrl.From(url, api) is not { } checkedUrl)
            throw new JsonException($"The gateway's address leads elsewhere than to Discord, and is refused: {ForeignText.Line(url)}");
        return new GatewayAnswer(checkedUrl, shards, left, reset, concurrency);
    }
}
