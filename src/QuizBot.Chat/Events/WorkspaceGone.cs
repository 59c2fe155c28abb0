namespace QuizBot.Chat.Events;

/// <summary>The bot was removed from a workspace.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Workspace">The workspace.</param>
public sealed record WorkspaceGone(string Id, WorkspaceRef Workspace) : ChatEvent(Id);
