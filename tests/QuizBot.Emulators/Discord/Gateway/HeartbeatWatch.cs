namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>Closes a connection whose heart has stopped. Half an interval more is Discord's tolerance for the network.</summary>
internal sealed class HeartbeatWatch : IAsyncDisposable
{
    private readonly TimeSpan patience;
    private readonly ITimer timer;

    public HeartbeatWatch(GatewayConnection connection, DiscordWorld world)
    {
        patience = world.Options.HeartbeatInterval * 1.5;
        timer = world.Time.CreateTimer(_ => connection.Close(CloseCode.SessionTimedOut), null, patience, Timeout.InfiniteTimeSpan);
    }

    public void Beat() => timer.Change(patience, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync() => timer.DisposeAsync();
}
