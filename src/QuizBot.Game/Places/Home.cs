using NodaTime;

namespace QuizBot.Game.Places;

/// <summary>A workspace as the database knows it.</summary>
/// <param name="WorkspaceId">Its id.</param>
/// <param name="Zone">Its zone.</param>
internal sealed record Home(long WorkspaceId, DateTimeZone Zone)
{
    /// <summary>The workspace's local day of an instant.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}
