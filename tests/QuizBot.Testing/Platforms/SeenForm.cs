namespace QuizBot.Testing.Platforms;

/// <summary>A form as a member sees it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Fields">Its fields' names, in order.</param>
public sealed record SeenForm(string Title, IReadOnlyList<string> Fields);
