namespace QuizBot.Engine.Workspaces;

/// <summary>A Discord guild, a Slack team, or the playground.</summary>
public sealed class Workspace
{
    private Workspace() => (Platform, ExternalId) = (null!, null!);

    /// <summary>A workspace first heard of.</summary>
    public Workspace(string platform, string externalId) => (Platform, ExternalId) = (platform, externalId);

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>discord, slack or playground.</summary>
    public string Platform { get; private set; }

    /// <summary>The platform's id; unique with the platform.</summary>
    public string ExternalId { get; private set; }

    /// <summary>The IANA zone in which its days are counted; null until its first daily, and UTC till then.</summary>
    public string? Zone { get; private set; }

    /// <summary>Sets the zone.</summary>
    public void SetZone(string zone) => Zone = zone;
}
