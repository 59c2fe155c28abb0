namespace QuizBot.Engine.Questions;

/// <summary>Which kinds of question may be picked.</summary>
public enum QuestionPool
{
    /// <summary>Questions with a right answer: choice, true-false and typed.</summary>
    Graded,

    /// <summary>Open interview prompts.</summary>
    Open,

    /// <summary>Of the graded ones those with shown choices, which a reaction can answer: choice and true-false.</summary>
    Choices,
}
