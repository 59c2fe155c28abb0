using NodaTime;

namespace QuizBot.Engine.Scoring;

/// <summary>What a member earned in one period, in one category or in all; kept so that a board reads one row a member.</summary>
public sealed class Score
{
    /// <summary>The <see cref="Category"/> of the rows that count every category.</summary>
    public const string AllCategories = "";

    private Score() => Category = null!;

    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; private set; }

    /// <summary>The period's kind.</summary>
    public PeriodKind Kind { get; private set; }

    /// <summary>The period's first day.</summary>
    public LocalDate Start { get; private set; }

    /// <summary>The category's id, or <see cref="AllCategories"/>.</summary>
    public string Category { get; private set; }

    /// <summary>The member.</summary>
    public long MemberId { get; private set; }

    /// <summary>Points earned.</summary>
    public long Points { get; private set; }

    /// <summary>Graded questions answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Of those, answered rightly.</summary>
    public int Right { get; private set; }
}
