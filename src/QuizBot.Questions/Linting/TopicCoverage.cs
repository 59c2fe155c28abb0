namespace QuizBot.Questions.Linting;

/// <summary>How many questions a topic has of each kind, and of each difficulty whatever their kind.</summary>
public sealed record TopicCoverage(string Topic, int Choice, int TrueFalse, int Typed, int Open, int Easy, int Medium, int Hard)
{
    /// <summary>Questions that earn points.</summary>
    public int Graded => Choice + TrueFalse + Typed;
}
