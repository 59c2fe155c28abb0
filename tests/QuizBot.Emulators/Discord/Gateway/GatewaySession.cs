namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>What Discord remembers of a connection, so that another can take it up.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, Intents intents, DiscordEmulatorOptions options)
{
    private readonly Lock gate = new();
    private readonly Queue<GatewayEvent> recent = new();
    private readonly PriorityQueue<TaskCompletionSource, int> waiters = new();
    private GatewayConnection? connection;
    private int sequence, written;

    public string Id => id;

    public int Shard => shard;

    public int Shards => shards;

    public Intents Intents => intents;

    public bool IsOver { get; set; }

    /// <summary>Since when nobody holds it; null while somebody does.</summary>
    public DateTimeOffset? AbandonedAt { get; private set; }

    public int Sequence
    {
        get
        {
            lock (gate)
                return sequence;
        }
    }

    public bool Covers(ulong? guild) => guild is { } one ? (int)((one >> 22) % (ulong)shards) == shard : shard == 0;

    public Delivery Dispatch(GatewayEvent what)
    {
        lock (gate)
        {
            sequence++;
            recent.Enqueue(what);
            if (recent.Count > options.SessionMemory)
                recent.Dequeue();
            connection?.Send(new Outgoing(what.Body, sequence));
            return new(this, sequence);
        }
    }

    /// <summary>Gives the session to a connection, which first gets what came after <paramref name="seen"/>.</summary>
    /// <returns>Null when it was done; otherwise the close code, or 0 when the session cannot be resumed.</returns>
    public int? Attach(GatewayConnection newcomer, int seen)
    {
        lock (gate)
        {
            if (seen > sequence)
                return CloseCode.InvalidSequence;
            if (sequence - seen > recent.Count)
                return 0;
            if (connection is { } old && old != newcomer)
                old.Close(CloseCode.UnknownError);
            connection = newcomer;
            AbandonedAt = null;
            var next = sequence - recent.Count;
            foreach (var what in recent)
                if (++next > seen)
                    newcomer.Send(new Outgoing(what.Body, next));
            return null;
        }
    }

    public void Detach(GatewayConnection leaver, DateTimeOffset now)
    {
        lock (gate)
        {
            if (connection != leaver)
                return;
            connection = null;
            AbandonedAt = now;
        }
    }

    public void Written(int upTo)
    {
        lock (gate)
        {
            written = Math.Max(written, upTo);
            while (waiters.TryPeek(out var waiter, out var wanted) && wanted <= written)
            {
                waiters.Dequeue();
                waiter.TrySetResult();
            }
        }
    }

    public Task WrittenAsync(int wanted)
    {
        lock (gate)
        {
            if (wanted <= written)
                return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Enqueue(waiter, wanted);
            return waiter.Task;
        }
    }
}
