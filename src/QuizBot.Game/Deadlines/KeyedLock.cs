namespace QuizBot.Game.Deadlines;

/// <summary>Lets one at a time work on a round, a quiz or a member's reactions in this process; across processes the claim in the database does.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<(string Kind, long Id), (SemaphoreSlim Gate, int Users)> _gates = [];

    public Task<IDisposable> RoundAsync(long id, CancellationToken cancellation) => EnterAsync(("round", id), cancellation);

    public Task<IDisposable> QuizAsync(long id, CancellationToken cancellation) => EnterAsync(("quiz", id), cancellation);

    /// <summary>On one member's reactions of a round.</summary>
    public Task<IDisposable> MemberAsync(long roundId, long id, CancellationToken cancellation) =>
        EnterAsync(($"member of {roundId}", id), cancellation);

    private async Task<IDisposable> EnterAsync((string Kind, long Id) key, CancellationToken cancellation)
    {
        SemaphoreSlim gate;
        lock (_gates)
        {
            var (known, users) = _gates.GetValueOrDefault(key);
            gate = known ?? new SemaphoreSlim(1, 1);
            _gates[key] = (gate, users + 1);
        }

        try
        {
            await gate.WaitAsync(cancellation);
            return new Exit(this, key, gate);
        }
        catch
        {
            Leave(key);
            throw;
        }
    }

    private void Leave((string Kind, long Id) key)
    {
        lock (_gates)
        {
            var (gate, users) = _gates[key];
            if (users > 1)
            {
                _gates[key] = (gate, users - 1);
                return;
            }

            _gates.Remove(key);
            gate.Dispose();
        }
    }

    private sealed class Exit(KeyedLock owner, (string Kind, long Id) key, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Release();
            owner.Leave(key);
        }
    }
}
