namespace QuizBot.Discord.Client.Rest;

/// <summary>
/// Keeps below the limit for all requests together: 50 in any second, as Discord counts them. When Discord counted a request is
/// known only to lie between its sending and its answer, so a request is held to count until a second after its answer, less
/// what the way there and back takes at the least. However much the way varies, no second at Discord's end then has more than
/// <see cref="Limit"/>, while in a steady network nothing is given away.
/// </summary>
internal sealed class GlobalPace
{
    /// <summary>One less than Discord allows, for others who may use the token: <c>doctor</c>, a process that is being replaced.</summary>
    public const int Limit = 49;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    /// <summary>Requests are spread over the second; a few may follow each other at once after a rest or a late timer.</summary>
    private static readonly TimeSpan Spacing = Window / (Limit + 1);
    private static readonly TimeSpan Burst = Spacing * 5;

    private readonly TimeSpan[] freeAt = new TimeSpan[Limit];
    private TimeSpan nextSpaced;

    /// <summary>Until when nothing may be sent; in the past if nothing blocks.</summary>
    public TimeSpan BlockedUntil { get; private set; }

    /// <summary>When the next request may be sent: not after <paramref name="now"/> if now, <see cref="TimeSpan.MaxValue"/> if only after an answer.</summary>
    public TimeSpan ReadyAt(TimeSpan now)
    {
        var soonest = TimeSpan.MaxValue;
        foreach (var free in freeAt)
            if (free < soonest)
                soonest = free;
        return Max(Max(soonest, nextSpaced - Burst), BlockedUntil);
    }

    /// <summary>A request is sent.</summary>
    /// <returns>Its place, to be given back.</returns>
    public int Take(TimeSpan now)
    {
        nextSpaced = Max(nextSpaced, now) + Spacing;
        for (var place = 0; place < freeAt.Length; place++)
            if (freeAt[place] <= now)
            {
                freeAt[place] = TimeSpan.MaxValue;
                return place;
            }

        throw new InvalidOperationException("A request was sent too early.");
    }

    /// <summary>A request was answered.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="now">When the answer came.</param>
    /// <param name="shortest">What such a request takes at the least.</param>
    public void Return(int place, TimeSpan now, TimeSpan shortest) => freeAt[place] = now - shortest + Window;

    /// <summary>Nothing is sent until then.</summary>
    public void Block(TimeSpan until) => BlockedUntil = Max(BlockedUntil, until);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
