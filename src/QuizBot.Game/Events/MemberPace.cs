using System.Collections.Concurrent;
using QuizBot.Chat;

namespace QuizBot.Game.Events;

/// <summary>Slows one member's flood of commands, buttons and forms down, so that the others do not notice it.</summary>
internal sealed class MemberPace(TimeProvider time)
{
    private const int Most = 15;
    private const int MostMembers = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(WorkspaceRef Workspace, string MemberId), (long Started, int Count)> _counts = new();

    /// <summary>Counts one; false when it is one too many for this moment.</summary>
    public bool Allow(WorkspaceRef workspace, string memberId)
    {
        if (_counts.Count >= MostMembers)
            _counts.Clear();
        var now = time.GetTimestamp();
        var (_, count) = _counts.AddOrUpdate(
            (workspace, memberId),
            _ => (now, 1),
            (_, known) => time.GetElapsedTime(known.Started, now) > Window ? (now, 1) : (known.Started, known.Count + 1));
        return count <= Most;
    }
}
