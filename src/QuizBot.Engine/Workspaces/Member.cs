namespace QuizBot.Engine.Workspaces;

/// <summary>A member of a workspace who has answered or asked for something.</summary>
public sealed class Member
{
    /// <summary>A kept name's length at most, in characters.</summary>
    public const int LongestName = 100;

    private Member() => (ExternalId, Name) = (null!, null!);

    /// <summary>A member first heard of.</summary>
    public Member(long workspaceId, string externalId, string name) =>
        (WorkspaceId, ExternalId, Name) = (workspaceId, externalId, name);

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; private set; }

    /// <summary>The platform's id; unique with the workspace.</summary>
    public string ExternalId { get; private set; }

    /// <summary>The name last seen.</summary>
    public string Name { get; private set; }

    /// <summary>True after the member left: hidden from boards, points kept.</summary>
    public bool Left { get; private set; }

    /// <summary>The name last seen on the platform.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>The member left.</summary>
    public void Leave() => Left = true;

    /// <summary>The member is back.</summary>
    public void Return() => Left = false;
}
