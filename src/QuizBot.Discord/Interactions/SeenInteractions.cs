namespace QuizBot.Discord.Interactions;

/// <summary>Remembers the interactions of late: one that is delivered again is answered once.</summary>
internal sealed class SeenInteractions
{
    private const int Most = 4_096;
    private readonly Lock _gate = new();
    private HashSet<ulong> _young = [];
    private HashSet<ulong> _old = [];

    /// <summary>Notes an interaction; false where it was noted before.</summary>
    public bool IsNew(ulong id)
    {
        lock (_gate)
        {
            if (_old.Contains(id) || !_young.Add(id))
                return false;
            if (_young.Count >= Most)
                (_old, _young) = (_young, []);
            return true;
        }
    }
}
