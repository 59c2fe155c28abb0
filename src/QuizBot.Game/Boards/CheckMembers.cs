using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Game.Events;
using QuizBot.Game.Platforms;

namespace QuizBot.Game.Boards;

/// <summary>
/// Finds out who has left, on platforms that tell nobody of it (Discord, without a privileged intent): members about to be shown
/// are looked up, each at most once a day. A reply waits for that only a little; what comes later counts the next time.
/// </summary>
internal sealed partial class CheckMembers(
    PlatformSet platforms, MembershipChanges members, TimeProvider time, ILogger<CheckMembers> logger)
{
    /// <summary>How long a reply waits for this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int Most = 20_000;
    private const int AtOnce = 4;
    private static readonly TimeSpan Holds = TimeSpan.FromDays(1), Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(WorkspaceRef Workspace, string MemberId), long> _checked = new();

    /// <summary>Looks up those members that were not lately, as far as <paramref name="patience"/> reaches.</summary>
    /// <returns>True where some have left, which is noted.</returns>
    public async Task<bool> RunAsync(WorkspaceRef workspace, IEnumerable<string> memberIds, Task patience)
    {
        var due = memberIds.Where(id => Take(workspace, id)).ToList();
        if (due.Count == 0 || platforms.Find(workspace.Platform) is not { } platform)
            return false;
        var looking = Task.Run(() => LookAsync(platform, workspace, due));
        await Task.WhenAny(looking, patience);
        return looking.IsCompletedSuccessfully && await looking;
    }

    /// <summary>As long as a reply waits; cancel to clean up.</summary>
    public Task PatienceAsync(CancellationToken cancellation) => Task.Delay(Patience, time, cancellation);

    // Whoever takes a member looks them up; the others need not.
    private bool Take(WorkspaceRef workspace, string memberId)
    {
        if (_checked.Count >= Most)
            _checked.Clear();
        var (member, now) = ((workspace, memberId), time.GetTimestamp());
        return _checked.TryGetValue(member, out var before)
            ? time.GetElapsedTime(before, now) >= Holds && _checked.TryUpdate(member, now, before)
            : _checked.TryAdd(member, now);
    }

    private async Task<bool> LookAsync(IChatPlatform platform, WorkspaceRef workspace, List<string> memberIds)
    {
        using var late = new CancellationTokenSource(Longest, time);
        var left = new ConcurrentBag<string>();
        try
        {
            await Parallel.ForEachAsync(memberIds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = late.Token }, async (id, token) =>
            {
                var found = await platform.FindMemberAsync(workspace, id, token);
                if (!found.IsDone)
                    NotFound(platform.Name, workspace.Id, found.Failure.Kind, found.Failure.Detail);
                else if (found.Value is null)
                    left.Add(id);
                if (!found.IsDone)
                    _checked.TryRemove((workspace, id), out _);
            });
            if (left.IsEmpty)
                return false;
            await members.LeftAsync(workspace, left, late.Token);
            return true;
        }
        catch (Exception fault)
        {
            Faulted(fault, platform.Name, workspace.Id);
            foreach (var id in memberIds)
                _checked.TryRemove((workspace, id), out _);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A member on {Platform} in {Workspace} could not be looked up: {Kind}, {Detail}")]
    private partial void NotFound(string platform, string workspace, ChatFailureKind kind, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking up members on {Platform} in {Workspace} faulted or took too long")]
    private partial void Faulted(Exception fault, string platform, string workspace);
}
