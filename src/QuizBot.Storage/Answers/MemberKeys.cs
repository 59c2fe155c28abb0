using System.Collections.Concurrent;

namespace QuizBot.Storage.Answers;

/// <summary>Remembers members' ids, so that most answers need no look-up. Bounded: when it is full it starts afresh.</summary>
internal sealed class MemberKeys
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<(long WorkspaceId, string ExternalId), (long Id, string Name)> _known = new();

    /// <summary>The id, or null where it is not known under this name.</summary>
    public long? Find(long workspaceId, string externalId, string name) =>
        _known.TryGetValue((workspaceId, externalId), out var known) && known.Name == name ? known.Id : null;

    public void Keep(long workspaceId, string externalId, string name, long id)
    {
        if (_known.Count >= Most)
            _known.Clear();
        _known[(workspaceId, externalId)] = (id, name);
    }

    public void Forget(long workspaceId, string externalId) => _known.TryRemove((workspaceId, externalId), out _);
}
