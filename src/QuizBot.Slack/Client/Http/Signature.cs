using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuizBot.Slack.Client.Http;

/// <summary>A signature that a request claims to have (version v0: HMAC-SHA256 of <c>v0:timestamp:body</c>).</summary>
internal readonly record struct Signature
{
    /// <summary>How far Slack's clock and ours may be apart, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly UInt128 high, low;

    private Signature(long timestamp, ReadOnlySpan<byte> hash)
    {
        Timestamp = timestamp;
        high = BinaryPrimitives.ReadUInt128BigEndian(hash);
        low = BinaryPrimitives.ReadUInt128BigEndian(hash[16..]);
    }

    /// <summary>When it was signed, in seconds since 1970.</summary>
    public long Timestamp { get; }

    /// <summary>Reads the headers; false where they are missing, not of the form, or from another time than now.</summary>
    public static bool TryRead(string? header, string? timestamp, DateTimeOffset now, out Signature signature)
    {
        signature = default;
        Span<byte> hash = stackalloc byte[32];
        if (header is not { Length: 67 } || !header.StartsWith("v0=", StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(3), hash, out _, out var written) != OperationStatus.Done || written != 32
            // Only what the header says is signed, so nothing but digits is a timestamp.
            || timestamp is not { Length: > 0 and <= 12 } || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return false;
        signature = new Signature(seconds, hash);
        return true;
    }

    /// <summary>Whether the body was signed under a secret. Takes as long whether it was or not.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <param name="timestamp">The header, as it came.</param>
    /// <param name="body">The raw body.</param>
    public bool IsOf(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        Span<byte> right = stackalloc byte[32], claimed = stackalloc byte[32];
        hmac.GetHashAndReset(right);
        BinaryPrimitives.WriteUInt128BigEndian(claimed, high);
        BinaryPrimitives.WriteUInt128BigEndian(claimed[16..], low);
        return CryptographicOperations.FixedTimeEquals(right, claimed);
    }
}
