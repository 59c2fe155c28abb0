using QuizBot.Engine.Dailies;

namespace QuizBot.Game.Commands;

/// <summary>Weekdays as people write them.</summary>
internal static class WeekdayText
{
    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Words that complete a half-typed set of days.</summary>
    public static IReadOnlyList<string> Words { get; } = ["every-day", "working-days", "weekend", "mon,wed,fri", "tue,thu", "mon-thu"];

    /// <summary>The days of such as <c>mon-thu,sat</c> or <c>working-days</c>; null where it names none.</summary>
    public static Weekdays? TryParse(string text)
    {
        var days = Weekdays.None;
        foreach (var part in text.ToLowerInvariant().Split([',', ' ', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            var some = part switch
            {
                "every-day" or "everyday" or "daily" or "all" => Weekdays.EveryDay,
                "working-days" or "weekdays" or "workdays" => Weekdays.WorkingDays,
                "weekend" or "weekends" => Weekdays.Weekend,
                _ => Range(part),
            };
            if (some is null)
                return null;
            days |= some.Value;
        }

        return days == Weekdays.None ? null : days;
    }

    public static string Describe(Weekdays days) => days switch
    {
        Weekdays.EveryDay => "every day",
        Weekdays.WorkingDays => "Monday to Friday",
        Weekdays.Weekend => "at weekends",
        _ => string.Join(", ", Names.Where((_, i) => days.HasFlag((Weekdays)(1 << i))).Select(n => char.ToUpperInvariant(n[0]) + n[1..3])),
    };

    private static Weekdays? Range(string part)
    {
        var ends = part.Split('-');
        if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last)
            return null;
        var days = Weekdays.None;
        for (var day = first; ; day = (day + 1) % 7)
        {
            days |= (Weekdays)(1 << day);
            if (day == last)
                return days;
        }
    }

    private static int? Day(string word)
    {
        if (word.Length < 2)
            return null;
        var index = Array.FindIndex(Names, n => n.StartsWith(word, StringComparison.Ordinal));
        return index < 0 ? null : index;
    }
}
