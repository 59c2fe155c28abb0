using QuizBot.Chat;

namespace QuizBot.Game.Platforms;

/// <summary>The platforms that are switched on.</summary>
public sealed class PlatformSet(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _byName = platforms.ToDictionary(p => p.Name);

    public IReadOnlyCollection<IChatPlatform> All => _byName.Values;

    /// <summary>The platform, or null where it is switched off in this run.</summary>
    public IChatPlatform? Find(string name) => _byName.GetValueOrDefault(name);
}
