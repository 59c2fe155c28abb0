namespace QuizBot.Engine.Questions;

/// <summary>A topic of the syllabus.</summary>
/// <param name="Id">Stable id, such as <c>models.null-blank</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Category">The id of its category.</param>
public sealed record Topic(string Id, string Title, string Category);
