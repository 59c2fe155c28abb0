namespace QuizBot.Host.Tests.Killing;

/// <summary>Something a member did to a round, and when: sent first at one instant, acknowledged at another (microseconds since 1970).</summary>
internal sealed record Deed(long RoundId, string Member, DeedKind Kind, int? Choice, string? Text, long Sent, long Acknowledged)
{
    /// <summary>It was acknowledged while the round certainly took answers.</summary>
    public bool CertainlyCounts(long closed) => Acknowledged < closed;

    /// <summary>It was first sent when the round certainly took none.</summary>
    public bool CertainlyLate(long closed) => Sent > closed;

    /// <summary>Whether the answer may stand like this if it was the last to count.</summary>
    public bool Allows(int? choice, string? text) =>
        Kind == DeedKind.Withdrawn ? choice is null && text is null : (choice, text) == (Choice, Text);
}
