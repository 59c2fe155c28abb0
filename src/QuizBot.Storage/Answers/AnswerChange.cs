using QuizBot.Engine.Answers;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Answers;

/// <summary>What a member did in a round, to be written.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="WorkspaceId">The workspace of both.</param>
/// <param name="MemberExternalId">The platform's id of the member, at most 100 characters.</param>
/// <param name="MemberName">The name last seen, at most 100 characters.</param>
/// <param name="Apply">
/// Applies it to the member's answer; false where it changes nothing. May be called more than once, and must not throw: it is
/// called among the others of its group.
/// </param>
/// <param name="AfterClose">True where it counts after the close instead of before it: the mark members give themselves.</param>
/// <exception cref="ArgumentException">A name or an id is too long: found here, for a whole group would fail by it.</exception>
public sealed record AnswerChange(
    long RoundId, long WorkspaceId, string MemberExternalId, string MemberName, Func<Answer, bool> Apply, bool AfterClose = false)
{
    public string MemberExternalId { get; init; } = Kept(MemberExternalId);

    public string MemberName { get; init; } = Kept(MemberName);

    /// <summary>True where it is not from the member themselves: the stored name stays, and one who left stays away.</summary>
    public bool IsHearsay { get; init; }

    private static string Kept(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Member.LongestName
            ? StorableText.Of(text)
            : throw new ArgumentException($"A member's id or name has at most {Member.LongestName} characters.", nameof(text));
    }
}
