namespace QuizBot.Chat;

/// <summary>A member as a platform reports them with an event.</summary>
/// <param name="Id">The platform's id, unique in the workspace.</param>
/// <param name="Name">The name others see; never empty.</param>
/// <param name="IsBot">Bots never count.</param>
/// <param name="MayManage">
/// Whether the platform's own manage permission is theirs in this channel (Discord: Manage Guild; Slack: admin, the
/// channel's creator, or configured). Only commands and buttons need it to be exact.
/// </param>
public sealed record ChatMember(string Id, string Name, bool IsBot = false, bool MayManage = false)
{
    /// <summary>
    /// True where the platform did not tell the name that others see here (Discord: with a removed reaction, and in a list of
    /// reactions): a name known from before is kept.
    /// </summary>
    public bool NameIsProvisional { get; init; }
}
