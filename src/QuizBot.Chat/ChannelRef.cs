namespace QuizBot.Chat;

/// <summary>A channel of a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Id">The platform's id.</param>
public readonly record struct ChannelRef(WorkspaceRef Workspace, string Id)
{
    /// <summary>The platform's name.</summary>
    public string Platform => Workspace.Platform;
}
