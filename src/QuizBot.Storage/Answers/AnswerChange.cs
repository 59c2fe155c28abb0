using QuizBot.Engine.Answers;

namespace QuizBot.Storage.Answers;

/// <summary>What a member did in a round, to be written.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="WorkspaceId">The workspace of both.</param>
/// <param name="MemberExternalId">The platform's id of the member.</param>
/// <param name="MemberName">The name last seen, at most 100 characters, without control characters.</param>
/// <param name="Apply">Applies it to the member's answer; false where it changes nothing. May be called more than once.</param>
/// <param name="AfterClose">True where it counts after the close instead of before it: the mark members give themselves.</param>
public sealed record AnswerChange(
    long RoundId, long WorkspaceId, string MemberExternalId, string MemberName, Func<Answer, bool> Apply, bool AfterClose = false);
