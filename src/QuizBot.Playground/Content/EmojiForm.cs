namespace QuizBot.Playground.Content;

/// <summary>Emoji as members send them.</summary>
internal static class EmojiForm
{
    private const int Longest = 32;
    private const char EmojiStyle = '\uFE0F';

    /// <summary>Whether it can be an emoji: short, and no words, blanks or controls (the information sign is a letter to Unicode).</summary>
    public static bool IsEmoji(string text) =>
        text.Length is > 0 and <= Longest
        && !text.Any(c => (char.IsLetter(c) && c != '\u2139') || char.IsWhiteSpace(c) || char.IsControl(c))
        && text.Any(c => c > '\u00A0');

    /// <summary>
    /// The form in which it stands below a message already. Systems differ in whether they write the character that asks for
    /// the coloured form (U+FE0F).
    /// </summary>
    public static string As(string emoji, IEnumerable<string> standing) =>
        standing.FirstOrDefault(other => Bare(other) == Bare(emoji)) ?? emoji;

    private static string Bare(string emoji) => emoji.Replace(EmojiStyle.ToString(), "", StringComparison.Ordinal);
}
