namespace QuizBot.Engine.Workspaces;

/// <summary>A channel of a workspace.</summary>
public sealed class Channel
{
    private Channel() => ExternalId = null!;

    /// <summary>A channel first heard of.</summary>
    public Channel(long workspaceId, string externalId) => (WorkspaceId, ExternalId) = (workspaceId, externalId);

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; private set; }

    /// <summary>The platform's id; unique with the workspace.</summary>
    public string ExternalId { get; private set; }
}
