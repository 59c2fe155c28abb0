namespace QuizBot.Engine.Scoring;

/// <summary>The span a leaderboard looks at, in the workspace's zone.</summary>
public enum PeriodKind
{
    /// <summary>The local day.</summary>
    Today = 0,

    /// <summary>Monday to Sunday.</summary>
    Week = 1,

    /// <summary>The calendar month.</summary>
    Month = 2,

    /// <summary>The calendar year.</summary>
    Year = 3,

    /// <summary>Since the beginning.</summary>
    AllTime = 4,
}
