using System.Text;
using System.Text.RegularExpressions;

namespace QuizBot.Discord.Tests.Reading;

/// <summary>
/// Reads Discord's markdown as its clients do, and gives the letters a member sees. Written from Discord's own rules and not from
/// what the adapter writes, so that the adapter can be wrong.
/// </summary>
internal sealed partial class MarkdownReader
{
    private readonly StringBuilder _seen = new();
    private readonly List<string> _found = [];

    /// <summary>The letters, and what was taken for markup, such as <c>bold</c> or <c>mention @everyone</c>, in order.</summary>
    public static (string Text, IReadOnlyList<string> Found) Read(string markdown)
    {
        var reader = new MarkdownReader();
        reader.Walk(markdown, atLineStart: true, escapes: true);
        return (reader._seen.ToString(), reader._found);
    }

    private void Walk(string text, bool atLineStart, bool escapes)
    {
        for (var at = 0; at < text.Length;)
        {
            var lineStart = (at == 0 && atLineStart) || (at > 0 && text[at - 1] == '\n');
            at += (lineStart ? Line(text, at) : null) ?? Inline(text, at, escapes) ?? Letter(text, at);
        }
    }

    private int Letter(string text, int at)
    {
        _seen.Append(text[at]);
        return 1;
    }

    private int? Line(string text, int at)
    {
        foreach (var (name, rule) in new[] { ("heading", Heading()), ("small", Small()), ("quote", Quote()), ("list", Bullet()), ("list", Number()) })
        {
            if (rule.Match(text, at) is not { Success: true } match)
                continue;
            _found.Add(name);
            // A bullet and a number are shown, the others are not.
            _seen.Append(name == "list" ? match.Value : "");
            return match.Length;
        }

        return null;
    }

    private int? Inline(string text, int at, bool escapes)
    {
        if (escapes && Escape().Match(text, at) is { Success: true } escape)
        {
            _seen.Append(escape.Groups[1].Value);
            return escape.Length;
        }

        if (CodeBlock().Match(text, at) is { Success: true } block)
            return Shown(block, "code block", block.Groups[2].Value);
        if (InlineCode().Match(text, at) is { Success: true } code)
            return Shown(code, "code", Trimmed(code.Groups[2].Value));
        if (Url().Match(text, at) is { Success: true } url)
            return Shown(url, "link", url.Value);
        if (Link().Match(text, at) is { Success: true } link)
            return Within(link, "link", link.Groups[1].Value);
        foreach (var (name, rule) in new[] { ("bold", Bold()), ("underline", Underline()), ("italic", Italic()), ("struck", Struck()), ("spoiler", Spoiler()) })
        {
            if (rule.Match(text, at) is { Success: true } match)
                return Within(match, name, match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
        }

        foreach (var (name, rule) in new[] { ("time", Time()), ("mention", Mention()), ("emoji", Emoji()) })
        {
            if (rule.Match(text, at) is { Success: true } match)
                return Shown(match, $"{name} {match.Value}", "");
        }

        return null;
    }

    private int Shown(Match match, string found, string text)
    {
        _found.Add(found);
        _seen.Append(text);
        return match.Length;
    }

    private int Within(Match match, string found, string inner)
    {
        _found.Add(found);
        Walk(inner, atLineStart: false, escapes: true);
        return match.Length;
    }

    // One blank goes where it only keeps a backtick from the fence.
    private static string Trimmed(string code) => TrailingBlank().Replace(LeadingBlank().Replace(code, ""), "$1");

    [GeneratedRegex(@"\G\\([^0-9A-Za-z\s])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\G(`+)([\s\S]*?[^`])\1(?!`)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^ (?= *`)")]
    private static partial Regex LeadingBlank();

    [GeneratedRegex(@"(` *) $")]
    private static partial Regex TrailingBlank();

    [GeneratedRegex(@"\Ghttps?://[^\s<]+[^<.,:;""'\]\s]")]
    private static partial Regex Url();

    [GeneratedRegex(@"\G\[((?:\\.|[^\[\]\\])+)\]\((https?://[^\s()]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\G\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\G__((?:\\[\s\S]|[^\\])+?)__(?!_)")]
    private static partial Regex Underline();

    [GeneratedRegex(@"\G\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\G\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s\*\\]|\*\*)|[^\s\*\\])+?)\*(?!\*)")]
    private static partial Regex Italic();

    [GeneratedRegex(@"\G~~([\s\S]+?)~~(?!_)")]
    private static partial Regex Struck();

    [GeneratedRegex(@"\G\|\|([\s\S]+?)\|\|")]
    private static partial Regex Spoiler();

    [GeneratedRegex(@"\G<t:-?\d{1,17}(?::[tTdDfFRsS])?>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\G(?:@everyone|@here|<@!?\d+>|<@&\d+>|<#\d+>|<a?:\w+:\d+>|</[^:>]+:\d+>|<id:\w+>)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G:[A-Za-z0-9_+\-]+:")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\G[ \t]*#{1,3}[ \t]+")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\G[ \t]*-#[ \t]+")]
    private static partial Regex Small();

    [GeneratedRegex(@"\G[ \t]*>(?:>>)? ")]
    private static partial Regex Quote();

    [GeneratedRegex(@"\G[ \t]*[-*] ")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\G[ \t]*\d+\. ")]
    private static partial Regex Number();
}
