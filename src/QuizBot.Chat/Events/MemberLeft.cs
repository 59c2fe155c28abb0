namespace QuizBot.Chat.Events;

/// <summary>A member left the workspace.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="MemberId">Who.</param>
public sealed record MemberLeft(string Id, WorkspaceRef Workspace, string MemberId) : ChatEvent(Id);
