namespace QuizBot.Chat.Messages;

/// <summary>A member's name, linked where the platform can without notifying them.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">The name, where it cannot.</param>
public sealed record MemberSpan(string Id, string Name) : TextSpan;
