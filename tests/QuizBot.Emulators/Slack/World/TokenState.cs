namespace QuizBot.Emulators.Slack.World;

public enum TokenState
{
    Valid,

    /// <summary>Refused with <c>token_revoked</c>.</summary>
    Revoked,

    /// <summary>The app was removed: <c>account_inactive</c>.</summary>
    Inactive,
}
