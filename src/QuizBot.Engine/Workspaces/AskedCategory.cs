namespace QuizBot.Engine.Workspaces;

/// <summary>The stored form of what a channel was asked of a category; see <see cref="Picking.AskedQuestions"/>.</summary>
public sealed class AskedCategory
{
    private AskedCategory() => (Category, Asked) = (null!, null!);

    /// <summary>A category asked of for the first time.</summary>
    public AskedCategory(long channelId, string category) => (ChannelId, Category, Asked) = (channelId, category, []);

    /// <summary>The channel.</summary>
    public long ChannelId { get; private set; }

    /// <summary>The category's id.</summary>
    public string Category { get; private set; }

    /// <summary>The stored history.</summary>
    public byte[] Asked { get; private set; }

    /// <summary>Replaces the stored history.</summary>
    public void Keep(byte[] asked) => Asked = asked;
}
