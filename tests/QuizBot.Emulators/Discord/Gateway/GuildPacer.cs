using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>After READY the guilds follow one by one.</summary>
internal static class GuildPacer
{
    private const int AtOnce = 50;

    public static void Start(DiscordWorld world, GatewaySession session, GatewayConnection connection, List<EmulatedGuild> guilds)
    {
        // With no pace the first ones follow at once, so that a lone guild is there right after READY.
        var sent = world.Options.GuildPace > TimeSpan.Zero ? 0 : Send(world, session, guilds, 0);
        if (sent < guilds.Count)
            _ = SendRestAsync(world, session, connection, guilds, sent);
    }

    private static async Task SendRestAsync(DiscordWorld world, GatewaySession session, GatewayConnection connection, List<EmulatedGuild> guilds, int sent)
    {
        try
        {
            while (sent < guilds.Count)
            {
                if (world.Options.GuildPace > TimeSpan.Zero)
                    await Task.Delay(world.Options.GuildPace, world.Time, connection.Gone);
                else
                    await Task.Yield();
                lock (world.Gate)
                    sent = Send(world, session, guilds, sent);
            }
        }
        catch (OperationCanceledException)
        {
            // The client is gone; what it missed it gets with its next session.
        }
        catch (ObjectDisposedException)
        {
            // As above: the connection ended between two of them.
        }
    }

    private static int Send(DiscordWorld world, GatewaySession session, List<EmulatedGuild> guilds, int from)
    {
        var to = world.Options.GuildPace > TimeSpan.Zero ? from + 1 : Math.Min(guilds.Count, from + AtOnce);
        for (var i = from; i < to; i++)
            if (guilds[i] is { Bot: not null, IsUnavailable: false } guild)
                session.Dispatch(world.GuildCreated(guild));
        return to;
    }
}
