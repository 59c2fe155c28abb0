using System.Globalization;

namespace QuizBot.Discord.Rendering;

/// <summary>Cuts text to Discord's limits, which count UTF-16 characters, never within what is read as one character.</summary>
internal static class Cutting
{
    public const char Ellipsis = '…';

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : Head(text, most - 1) + Ellipsis;

    /// <summary>As much of the text as fits.</summary>
    public static string Head(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= most)
            end += next;
        return text[..end];
    }
}
