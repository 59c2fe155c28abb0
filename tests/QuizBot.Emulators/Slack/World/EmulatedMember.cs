namespace QuizBot.Emulators.Slack.World;

/// <summary>An account of a workspace: a person, a bot, or the app's own bot.</summary>
public sealed class EmulatedMember
{
    internal EmulatedMember(EmulatedWorkspace workspace, string id, string name)
    {
        Workspace = workspace;
        Id = id;
        Name = name;
        DisplayName = name;
        RealName = name;
    }

    public EmulatedWorkspace Workspace { get; }

    public string Id { get; }

    /// <summary>The handle.</summary>
    public string Name { get; }

    /// <summary>May be empty; then Slack shows the real name.</summary>
    public string DisplayName { get; internal set; }

    public string RealName { get; internal set; }

    /// <summary>An IANA zone.</summary>
    public string TimeZone { get; internal set; } = "Europe/Berlin";

    public MemberRole Role { get; internal set; }

    public bool IsBot { get; internal init; }

    /// <summary>Of a bot: the id that its messages carry.</summary>
    public string? BotId { get; internal init; }

    public bool IsDeactivated { get; internal set; }

    /// <summary>Whether they look at Slack; ephemeral messages to others are lost.</summary>
    public bool IsActive { get; set; } = true;

    internal bool IsAppBot => this == Workspace.Bot;
}
