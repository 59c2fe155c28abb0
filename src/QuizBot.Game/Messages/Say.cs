using System.Globalization;
using NodaTime;
using NodaTime.Text;
using QuizBot.Chat.Messages;

namespace QuizBot.Game.Messages;

/// <summary>Words and forms that many messages share.</summary>
internal static class Say
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A message of one paragraph.</summary>
    public static ChatMessage Line(string text, ChatTone tone = ChatTone.Plain) => Line((ChatText)text, text, tone);

    public static ChatMessage Line(ChatText text, string summary, ChatTone tone = ChatTone.Plain) =>
        new([new TextBlock(text)]) { Summary = Summary(summary), Tone = tone };

    public static ChatMessage Problem(string text) => Line(text, ChatTone.Problem);

    /// <summary>At most what a notification shows, on one line.</summary>
    public static string Summary(string text) => Places.PlainText.Short(Unmarked(text.ReplaceLineEndings(" ")), 150);

    public static string Count(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");

    public static string Day(LocalDate day) => DayPattern.Format(day);

    public static string Time(LocalTime time) => TimePattern.Format(time);

    public static string Span(Duration span)
    {
        var parts = new List<string>();
        if (span.Days > 0)
            parts.Add(Count(span.Days, "day"));
        if (span.Hours > 0)
            parts.Add(Count(span.Hours, "hour"));
        if (span.Minutes > 0)
            parts.Add(Count(span.Minutes, "minute"));
        if (span.Seconds > 0 || parts.Count == 0)
            parts.Add(Count(span.Seconds, "second"));
        return List(parts);
    }

    /// <summary>«a», «a and b», «a, b and c».</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + $" {last} " + items[^1],
    };

    /// <summary>As <see cref="List"/>, but no more of them than a message holds.</summary>
    public static string Some(IReadOnlyList<string> items, int most = 25) =>
        items.Count <= most ? List(items) : List([.. items.Take(most - 1), $"{items.Count - most + 1} more"]);

    /// <summary>Text of a pack, in which backticks mark code.</summary>
    public static ChatText Marked(string text)
    {
        var parts = text.Split('`');
        // An odd backtick is no mark: the text is shown to the letter.
        if (parts.Length % 2 == 0)
            return text;
        var spans = new List<TextSpan>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0)
                spans.Add(i % 2 == 1 ? new CodeSpan(parts[i]) : new PlainSpan(parts[i]));
        }

        return new ChatText(spans);
    }

    /// <summary>A day and time, which platforms show in the reader's zone.</summary>
    public static ChatText When(Instant at) => Moment(at, TimeStyle.DateTime) + " (your time)";

    /// <summary>Text of a pack without the backticks that mark code, for where nothing can be marked.</summary>
    public static string Unmarked(string text) => text.Replace("`", "", StringComparison.Ordinal);

    public static ChatText Moment(Instant at, TimeStyle style) => ChatText.Time(at.ToDateTimeOffset(), style);
}
