namespace QuizBot.Emulators.Slack.World;

public enum MemberRole
{
    Member,
    Admin,
    Owner,

    /// <summary>A guest of several channels (<c>is_restricted</c>).</summary>
    Guest,

    /// <summary>A guest of one channel (<c>is_ultra_restricted</c>).</summary>
    SingleChannelGuest,
}
