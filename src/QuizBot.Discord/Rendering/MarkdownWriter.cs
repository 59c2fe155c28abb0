using System.Globalization;
using System.Text;

namespace QuizBot.Discord.Rendering;

/// <summary>
/// Writes Discord's markdown up to a length. Text is shown to the letter: whatever Discord would take for markup, a mention, an
/// emoji's name or a link is escaped. What does not fit is cut with an ellipsis, and what was opened is closed.
/// </summary>
internal sealed class MarkdownWriter(int most)
{
    private readonly StringBuilder _text = new();
    private int _reserved = 1;
    private bool _endsInMarkup;

    /// <summary>Something did not fit: nothing more is written.</summary>
    public bool IsFull { get; private set; }

    public override string ToString() => _text.ToString();

    /// <summary>Text to the letter; line breaks are kept.</summary>
    public void Text(string text)
    {
        text = text.ReplaceLineEndings("\n");
        for (var at = 0; at < text.Length && !IsFull;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            // A control character has no shape, and some clients stumble over it.
            if (text[at] == '\n' || !char.IsControl(text[at]))
                Write(string.Concat(IsMarkup(text, at) ? "\\" : "", text.AsSpan(at, length)));
            _endsInMarkup = false;
            at += length;
        }
    }

    /// <summary>Text with markup around it.</summary>
    public void Around(string open, string close, Action<MarkdownWriter> inner)
    {
        // Nothing but markup would be shown as it is written.
        open = Apart(open);
        if (!Fits(open.Length + close.Length + 1))
        {
            Cut();
            return;
        }

        _text.Append(open);
        _reserved += close.Length;
        inner(this);
        _reserved -= close.Length;
        _text.Append(close);
        _endsInMarkup = true;
    }

    /// <summary>Markup that is written whole or not at all.</summary>
    public void Markup(string markup)
    {
        Write(Apart(markup));
        _endsInMarkup = true;
    }

    // Two runs of one sign would be read as one; what has no width keeps them apart.
    private string Apart(string markup) => _endsInMarkup && _text.Length > 0 && _text[^1] == markup[0] ? "\u200B" + markup : markup;

    private void Write(string piece)
    {
        if (IsFull)
            return;
        if (Fits(piece.Length))
            _text.Append(piece);
        else
            Cut();
    }

    private bool Fits(int length) => !IsFull && _text.Length + length + _reserved <= most;

    private void Cut()
    {
        if (IsFull)
            return;
        IsFull = true;
        _text.Append(Cutting.Ellipsis);
    }

    // Discord's rule: a backslash before anything but a letter, digit or blank shows that character as it is.
    private bool IsMarkup(string text, int at) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']' => true,
        '#' or '>' or '-' => IsLineStart(_text.Length),
        // A numbered list: digits from the line's start, and a blank behind.
        '.' => IsBehindLeadingDigits(),
        ':' => IsLinkOrEmojiName(text, at),
        '@' => IsAt(text, at + 1, "everyone") || IsAt(text, at + 1, "here"),
        _ => false,
    };

    private bool IsLineStart(int end)
    {
        while (end > 0 && _text[end - 1] is ' ' or '\t')
            end--;
        // Small print begins with -# and a blank; markup within it counts too.
        return end == 0 || _text[end - 1] == '\n' || (end >= 2 && _text[end - 1] == '#' && _text[end - 2] == '-' && IsLineStart(end - 2));
    }

    private bool IsBehindLeadingDigits()
    {
        var end = _text.Length;
        while (end > 0 && char.IsAsciiDigit(_text[end - 1]))
            end--;
        return end < _text.Length && IsLineStart(end);
    }

    // The character a link hangs on, and the names of emoji, which clients show as the emoji.
    private static bool IsLinkOrEmojiName(string text, int at)
    {
        if (IsAt(text, at + 1, "//"))
            return true;
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-'))
            end++;
        return end > at + 1 && end < text.Length && text[end] == ':';
    }

    private static bool IsAt(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
