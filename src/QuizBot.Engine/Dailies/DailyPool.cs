namespace QuizBot.Engine.Dailies;

/// <summary>Which kinds of question a daily posts.</summary>
public enum DailyPool
{
    /// <summary>Graded questions, and an open prompt as every fifth.</summary>
    Mixed,

    /// <summary>Graded questions alone.</summary>
    Graded,

    /// <summary>Open prompts alone.</summary>
    Open,

    /// <summary>Graded questions with shown choices alone.</summary>
    Choices,
}
