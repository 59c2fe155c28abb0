namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>How often a bot may start anew within a day.</summary>
internal sealed class StartLimit(DiscordWorld world)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset began;
    private int used;

    public int Remaining
    {
        get
        {
            Renew();
            return Math.Max(0, world.Options.StartsPerDay - used);
        }
    }

    /// <summary>Zero while none is used.</summary>
    public TimeSpan ResetAfter
    {
        get
        {
            Renew();
            return used == 0 ? TimeSpan.Zero : began + Day - world.Time.GetUtcNow();
        }
    }

    public bool Take()
    {
        Renew();
        if (used == 0)
            began = world.Time.GetUtcNow();
        return ++used <= world.Options.StartsPerDay;
    }

    private void Renew()
    {
        if (used > 0 && world.Time.GetUtcNow() - began >= Day)
            used = 0;
    }
}
