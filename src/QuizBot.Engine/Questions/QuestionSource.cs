namespace QuizBot.Engine.Questions;

/// <summary>Where the fact is documented.</summary>
/// <param name="Title">What the link is called, at most 200 characters.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record QuestionSource(string Title, string Url);
