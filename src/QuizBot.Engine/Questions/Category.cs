namespace QuizBot.Engine.Questions;

/// <summary>A category of topics.</summary>
/// <param name="Id">Stable id, such as <c>models</c>: lower-case letters, digits and hyphens.</param>
/// <param name="Title">What people read.</param>
/// <param name="Topics">Its topics in the pack's order.</param>
public sealed record Category(string Id, string Title, IReadOnlyList<Topic> Topics);
