using NodaTime;
using QuizBot.Chat;

namespace QuizBot.Game.Places;

/// <summary>A channel as the database knows it.</summary>
/// <param name="ChannelId">The channel's id.</param>
/// <param name="WorkspaceId">Its workspace's id.</param>
/// <param name="Channel">The platform's name for it.</param>
/// <param name="Zone">The workspace's zone.</param>
public sealed record Place(long ChannelId, long WorkspaceId, ChannelRef Channel, DateTimeZone Zone)
{
    /// <summary>The workspace's local day of an instant.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;

    internal static DateTimeZone ZoneOf(string? id) =>
        id is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;
}
