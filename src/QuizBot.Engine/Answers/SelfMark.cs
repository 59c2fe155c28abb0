namespace QuizBot.Engine.Answers;

/// <summary>How a member judges their own answer to an open question, against the model answer.</summary>
public enum SelfMark
{
    /// <summary>Missed it.</summary>
    Missed,

    /// <summary>Partly.</summary>
    Partly,

    /// <summary>Nailed it.</summary>
    Nailed,
}
