using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Client.Rest;

/// <summary>What an answer says of rate limits.</summary>
internal readonly record struct RateLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The bucket the call counts in, per channel or guild; null where none is told.</summary>
    public string? Bucket { get; init; }

    public int Limit { get; init; }

    public int Remaining { get; init; }

    public TimeSpan ResetAfter { get; init; }

    /// <summary>With 429: how long to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>With 429: nothing at all may be sent.</summary>
    public bool Global { get; init; }

    /// <summary>With 429: others used up a common limit; it does not count towards a ban.</summary>
    public bool Shared { get; init; }

    public static RateLimits Read(int status, HttpResponseHeaders headers, ReadOnlySpan<byte> body)
    {
        var told = headers.NonValidated;
        var bucket = Text(told, "X-RateLimit-Bucket");
        var limits = new RateLimits
        {
            Bucket = bucket,
            Limit = Number(told, "X-RateLimit-Limit") is { } limit and >= 1 ? (int)limit : 0,
            Remaining = Number(told, "X-RateLimit-Remaining") is { } left and >= 0 ? (int)left : 0,
            ResetAfter = Seconds(Number(told, "X-RateLimit-Reset-After")) ?? TimeSpan.Zero,
        };
        if (status != 429)
            return limits;
        var scope = Text(told, "X-RateLimit-Scope");
        var (wait, global) = Body(body);
        return limits with
        {
            RetryAfter = Seconds(wait ?? Number(told, "Retry-After")) ?? TimeSpan.FromSeconds(1),
            // A 429 that says nothing of a bucket comes from the proxy before Discord, which means all of us.
            Global = global || Text(told, "X-RateLimit-Global") is not null || scope == "global" || (bucket is null && scope is null && wait is null),
            Shared = scope == "shared",
        };
    }

    private static (double? RetryAfter, bool Global) Body(ReadOnlySpan<byte> body)
    {
        double? wait = null;
        var global = false;
        try
        {
            var cursor = new JsonCursor(body);
            if (cursor.EnterObject())
                while (cursor.NextField())
                {
                    if (cursor.Is("retry_after"u8))
                        wait = cursor.Real();
                    else if (cursor.Is("global"u8))
                        global = cursor.Flag();
                }
        }
        catch (JsonException)
        {
            // The proxy's page: the headers say it.
        }

        return (wait, global);
    }

    private static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.Count > 0 ? values.ToString() : null;

    private static double? Number(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number : null;

    private static TimeSpan? Seconds(double? seconds) => seconds switch
    {
        null => null,
        <= 0 => TimeSpan.Zero,
        { } given when given > Longest.TotalSeconds => Longest,
        { } given => TimeSpan.FromSeconds(given),
    };
}
