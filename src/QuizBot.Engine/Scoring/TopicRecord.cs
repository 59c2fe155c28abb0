namespace QuizBot.Engine.Scoring;

/// <summary>How a member does in one topic.</summary>
public sealed class TopicRecord
{
    private TopicRecord() => (Topic, Category) = (null!, null!);

    /// <summary>The member.</summary>
    public long MemberId { get; private set; }

    /// <summary>The topic's id.</summary>
    public string Topic { get; private set; }

    /// <summary>The id of its category.</summary>
    public string Category { get; private set; }

    /// <summary>Graded questions answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Of those, answered rightly.</summary>
    public int Right { get; private set; }
}
