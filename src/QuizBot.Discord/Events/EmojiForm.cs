namespace QuizBot.Discord.Events;

/// <summary>Emoji as the bot posts them.</summary>
internal static class EmojiForm
{
    private const char Coloured = '\uFE0F', Keycap = '\u20E3';
    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(d => $"{d}{Coloured}{Keycap}")];

    /// <summary>A reaction's emoji. Some clients leave the character away that asks for a keycap's coloured form.</summary>
    /// <param name="emoji">A Unicode emoji, or a server's own one's name.</param>
    /// <param name="isCustom">Whether it is a server's own: one that is called 1️⃣ is no keycap.</param>
    public static string Of(string emoji, bool isCustom) =>
        isCustom ? $":{emoji}:"
        : emoji.Length is 2 or 3 && emoji[^1] == Keycap && char.IsAsciiDigit(emoji[0]) ? Digits[emoji[0] - '0']
        : emoji;
}
