using System.Globalization;
using System.Security.Cryptography;

namespace QuizBot.Emulators.Slack.World;

/// <summary>Makes ids and timestamps that look like Slack's. Guarded by the world's lock.</summary>
internal sealed class SlackIds(TimeProvider time)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private long count;
    private long lastTs;

    public string Next(char kind)
    {
        Span<char> id = stackalloc char[11];
        id[0] = kind;
        id[1] = '0';
        var number = ++count;
        for (var i = id.Length - 1; i > 1; i--)
        {
            id[i] = Letters[(int)(number % Letters.Length)];
            number /= Letters.Length;
        }
        return new(id);
    }

    /// <summary>Seconds with six decimals, never the same twice.</summary>
    public string NextTs()
    {
        lastTs = Math.Max(lastTs + 1, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return string.Create(CultureInfo.InvariantCulture, $"{lastTs / 1_000_000}.{lastTs % 1_000_000:000000}");
    }

    public static string Secret(int bytes = 16) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
