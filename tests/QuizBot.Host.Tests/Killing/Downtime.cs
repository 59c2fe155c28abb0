using System.Globalization;
using QuizBot.Host.Tests.Processes;

namespace QuizBot.Host.Tests.Killing;

/// <summary>Lets days pass while nothing runs, in the database, so that a test need not wait for them.</summary>
internal sealed class Downtime(House house)
{
    /// <summary>The dailies' open rounds close at this time from now.</summary>
    public void CloseDailies(TimeSpan after)
    {
        using var database = house.OpenDatabase();
        database.Run("update rounds set closes = $1 where daily_id is not null and status = 1", Clock.Now() + (after.Ticks / TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>What was today is yesterday, and today's question is due.</summary>
    public void NextDay()
    {
        using var database = house.OpenDatabase();
        using var transaction = database.BeginTransaction();
        foreach (var row in database.Rows("select id, date from rounds where daily_id is not null order by date"))
            database.Run("update rounds set date = $2 where id = $1", row[0]!, DayBefore((long)row[1]!));
        foreach (var row in database.Rows("select id, last_date from dailies where last_date is not null and paused_because is null"))
            database.Run("update dailies set last_date = $2, next_due = $3 where id = $1", row[0]!, DayBefore((long)row[1]!), Clock.Now());
        transaction.Commit();
    }

    private static long DayBefore(long date)
    {
        const string form = "yyyyMMdd";
        var day = DateOnly.ParseExact(date.ToString(CultureInfo.InvariantCulture), form, CultureInfo.InvariantCulture);
        return long.Parse(day.AddDays(-1).ToString(form, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
