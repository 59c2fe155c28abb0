namespace QuizBot.Discord.Client.Gateway;

/// <summary>One shard: connects, and connects again, going on where it ended wherever that is possible.</summary>
internal sealed class Shard(int number, int total, GatewaySetup setup)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>A connection that was heard for as long worked: the next is tried at once.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    /// <summary>From then on the general address is tried in turn with the session's own.</summary>
    private const int DoubtResumeUrl = 2;

    private readonly ShardState state = new(number, total, setup.Clock);
    private GatewaySession session = new();
    private Uri? general;

    /// <summary>Whether it is heard at this moment.</summary>
    public bool IsReady => state.IsReady;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="Chat.PlatformRefusedException">Trying again is useless.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var end = await ConnectAsync(failures, cancellation);
            if (end.Kind == EndKind.Refused)
                throw new Chat.PlatformRefusedException(end.Why);
            if (end.Kind == EndKind.NewSession)
                session = new GatewaySession();
            failures = state.TakeReadyFor() >= Lasting ? 0 : failures + 1;
            var pause = failures == 0 ? end.Pause : end.Pause + setup.Jitter.Backoff(failures, FirstPause, LongestPause);
            setup.Log.ConnectionEnded(number, end.Why, session.Id is null ? "a new session" : "resume", pause);
            await Task.Delay(pause, setup.Time, cancellation);
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(int failures, CancellationToken cancellation)
    {
        if (session.Id is not null)
        {
            var own = failures < DoubtResumeUrl || failures % 2 == 0 ? session.ResumeUrl : null;
            return await new GatewayConnection(setup, state, session).RunAsync(own ?? general!, cancellation);
        }

        session = new GatewaySession();
        general = await setup.Gate.ReserveAsync(cancellation);
        var connection = new GatewayConnection(setup, state, session);
        try
        {
            return await connection.RunAsync(general, cancellation);
        }
        finally
        {
            if (!connection.HasIdentified)
                setup.Gate.GiveBack();
        }
    }
}
