namespace QuizBot.Questions.Linting;

/// <summary>How many questions a topic has.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Choice">Of this kind; so the next three.</param>
/// <param name="TrueFalse"></param>
/// <param name="Typed"></param>
/// <param name="Open"></param>
/// <param name="Easy">Of this difficulty, of every kind; so the next two.</param>
/// <param name="Medium"></param>
/// <param name="Hard"></param>
public sealed record TopicCoverage(string Topic, int Choice, int TrueFalse, int Typed, int Open, int Easy, int Medium, int Hard)
{
    /// <summary>Questions that earn points.</summary>
    public int Graded => Choice + TrueFalse + Typed;
}
