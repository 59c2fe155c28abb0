namespace QuizBot.Chat;

/// <summary>A workspace on a platform.</summary>
/// <param name="Platform">The platform's name: <c>discord</c>, <c>slack</c> or <c>playground</c>.</param>
/// <param name="Id">The platform's id: a guild's, a team's.</param>
public readonly record struct WorkspaceRef(string Platform, string Id);
