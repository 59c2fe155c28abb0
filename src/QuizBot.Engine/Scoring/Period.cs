using NodaTime;

namespace QuizBot.Engine.Scoring;

/// <summary>One day, week, month or year, or all time.</summary>
/// <param name="Kind">Which span.</param>
/// <param name="Start">Its first day; 0001-01-01 for all time.</param>
public readonly record struct Period(PeriodKind Kind, LocalDate Start)
{
    private static readonly LocalDate Beginning = new(1, 1, 1);

    /// <summary>The period of the given kind that contains a day.</summary>
    public static Period Containing(PeriodKind kind, LocalDate day) => new(kind, kind switch
    {
        PeriodKind.Today => day,
        PeriodKind.Week => day.PlusDays(-((int)day.DayOfWeek - 1)),
        PeriodKind.Month => new LocalDate(day.Year, day.Month, 1),
        PeriodKind.Year => new LocalDate(day.Year, 1, 1),
        PeriodKind.AllTime => Beginning,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>The five periods that contain a day.</summary>
    public static IEnumerable<Period> AllContaining(LocalDate day) =>
        Enum.GetValues<PeriodKind>().Select(kind => Containing(kind, day));
}
