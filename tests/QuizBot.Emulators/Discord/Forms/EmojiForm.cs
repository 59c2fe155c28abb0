
namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Which texts Discord knows as an emoji.</summary>
internal static class EmojiForm
{
    private const int Variation = 0xFE0F, Joiner = 0x200D, Keycap = 0x20E3;

    /// <summary>A keycap with its variation mark, a flag or one of its letters, or pictures joined to one.</summary>
    public static bool IsKnown(string text)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.Value).ToList();
        if (runes.Count is 0 or > 12)
            return false;
        if (runes is [var key, Variation, Keycap])
            return key is (>= '0' and <= '9') or '#' or '*';
        if (runes.TrueForAll(IsRegional))
            return runes.Count <= 2;
        var expected = true;
        foreach (var rune in runes)
        {
            if (rune == Joiner)
            {
                if (expected)
                    return false;
                expected = true;
            }
            else if (rune == Variation || rune is >= 0x1F3FB and <= 0x1F3FF || rune is >= 0xE0020 and <= 0xE007F)
            {
                if (expected)
                    return false;
            }
            else if (!expected || !IsPicture(rune))
                return false;
            else
                expected = false;
        }
        return !expected;
    }

    private static bool IsRegional(int rune) => rune is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsPicture(int rune) => rune is (>= 0x1F300 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2190 and <= 0x21FF)
        or (>= 0x2B00 and <= 0x2BFF) or (>= 0x2300 and <= 0x23FF) or (>= 0x25A0 and <= 0x25FF) or (>= 0x2900 and <= 0x297F)
        or 0x24C2 or 0x3030 or 0x303D or 0x3297 or 0x3299 or 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or 0x2139
        or 0x1F004 or 0x1F0CF or (>= 0x1F170 and <= 0x1F19A) or (>= 0x1F201 and <= 0x1F251);

    /// <summary>The emoji of a button or an option: a text, or a guild's own by its id.</summary>
    public static string? Read(Fields owner)
    {
        if (owner.Object("emoji") is not { } emoji)
            return null;
        var (id, name) = (emoji.Snowflake("id"), emoji.Text("name", 100));
        if (id is not null)
        {
            // The emulated guilds have no emoji of their own.
            owner.Wrong("emoji/id", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
            return null;
        }
        if (name is not null && !IsKnown(name))
            owner.Wrong("emoji/name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
        return name;
    }
}
