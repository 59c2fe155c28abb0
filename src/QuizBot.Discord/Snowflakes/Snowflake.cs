using System.Globalization;

namespace QuizBot.Discord.Snowflakes;

/// <summary>Discord's ids: numbers that hold the moment of their making. https://discord.com/developers/docs/reference#snowflakes</summary>
internal static class Snowflake
{
    // The first moment of 2015, in milliseconds since 1970.
    private const long Epoch = 1_420_070_400_000;

    /// <summary>The smallest id of a moment.</summary>
    public static ulong At(DateTimeOffset moment) => (ulong)Math.Max(0, moment.ToUnixTimeMilliseconds() - Epoch) << 22;

    public static bool TryParse(string text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id != 0;

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
