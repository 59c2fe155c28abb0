using NodaTime;
using NodaTime.Text;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;

namespace QuizBot.Engine.Dailies;

/// <summary>A standing order: post one question in this channel at this local time on these days.</summary>
public sealed class Daily
{
    /// <summary>Every how many posts a <see cref="DailyPool.Mixed"/> daily asks an open prompt.</summary>
    public const int OpenEvery = 5;

    private const int MostMissed = 31;
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    private Daily() => Zone = null!;

    /// <summary>Begins a daily for a channel; <see cref="Set"/> gives it its schedule.</summary>
    public Daily(long channelId)
    {
        ChannelId = channelId;
        Zone = "";
    }

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>The channel; one daily a channel.</summary>
    public long ChannelId { get; private set; }

    /// <summary>The local time.</summary>
    public LocalTime Time { get; private set; }

    /// <summary>The IANA zone's id.</summary>
    public string Zone { get; private set; }

    /// <summary>The weekdays.</summary>
    public Weekdays Days { get; private set; }

    /// <summary>Only this category, or null.</summary>
    public string? Category { get; private set; }

    /// <summary>Which kinds of question.</summary>
    public DailyPool Pool { get; private set; }

    /// <summary>How long a question takes answers.</summary>
    public Duration CloseAfter { get; private set; }

    /// <summary>How members may answer.</summary>
    public AnswerWays Ways { get; private set; }

    /// <summary>When the next question is due; null while paused.</summary>
    public Instant? NextDue { get; private set; }

    /// <summary>Why it is paused, in words for people; null while it runs.</summary>
    public string? PausedBecause { get; private set; }

    /// <summary>How many questions it has posted.</summary>
    public int Posted { get; private set; }

    /// <summary>The local date of the last question taken, posted by time or by hand.</summary>
    public LocalDate? LastDate { get; private set; }

    /// <summary>Dates that were missed and not yet told to the channel: <c>yyyy-MM-dd</c>, separated by spaces; or null.</summary>
    public string? Missed { get; private set; }

    /// <summary>The platform's id of the member who set it, who is told when it is paused.</summary>
    public string? SetBy { get; private set; }

    /// <summary>Its schedule.</summary>
    public DailySchedule Schedule => new(Time, DateTimeZoneProviders.Tzdb[Zone], Days);

    /// <summary>Sets or changes the standing order; a paused daily runs again.</summary>
    public void Set(DailySettings settings, string setBy, Instant now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (Time, Zone, Days) = (settings.Schedule.Time, settings.Schedule.Zone.Id, settings.Schedule.Days);
        (Category, Pool, CloseAfter, Ways) = (settings.Category, settings.Pool, settings.CloseAfter, settings.Ways);
        SetBy = setBy;
        Resume(now);
    }

    /// <summary>Stops it until <see cref="Resume"/>.</summary>
    public void Pause(string because) => (PausedBecause, NextDue) = (because, null);

    /// <summary>Lets it run from now on; what was due while it was paused is not made up for.</summary>
    public void Resume(Instant now) => (PausedBecause, NextDue) = (null, NextAfter(now));

    /// <summary>
    /// Takes what is due: every due date up to now counts as taken. The latest is to be posted if its round would still be
    /// open; the others, and it if not, are noted as missed.
    /// </summary>
    /// <param name="now">The present.</param>
    /// <param name="lateness">What is late by more than this is missed too.</param>
    /// <returns>The date and instant to post for, or null where nothing is to be posted.</returns>
    public (LocalDate Date, Instant At)? TakeDue(Instant now, Duration lateness)
    {
        var due = Overdue(now);
        if (due.Count == 0)
            return null;
        var (date, at) = due[^1];
        var open = at + CloseAfter > now && at + lateness >= now;
        MissAll(due.Select(d => d.Date).SkipLast(open ? 1 : 0));
        if (!open)
            return null;
        Take(date);
        return (date, at);
    }

    /// <summary>
    /// Takes today's question ahead of its time or after it was missed, or on a day that has none; also while paused. Whatever
    /// is due from the days before is missed.
    /// </summary>
    /// <returns>The local date, or null where today's, or that of a later date, was taken already.</returns>
    public LocalDate? TakeNow(Instant now)
    {
        var today = now.InZone(Schedule.Zone).Date;
        if (IsTaken(today))
            return null;
        MissAll(Overdue(now).Select(d => d.Date).Where(date => date < today));
        Take(today);
        if (NextDue is not null)
            NextDue = NextAfter(now);
        return today;
    }

    /// <summary>Counts a post.</summary>
    /// <returns>Its number, from 1, and the pool it is picked from.</returns>
    public (int Number, QuestionPool Pool) CountPost()
    {
        Posted++;
        return (Posted, Pool switch
        {
            DailyPool.Open => QuestionPool.Open,
            DailyPool.Mixed when Posted % OpenEvery == 0 => QuestionPool.Open,
            // What is typed cannot be answered by a reaction.
            _ when Pool == DailyPool.Choices || Ways == AnswerWays.Reactions => QuestionPool.Choices,
            _ => QuestionPool.Graded,
        });
    }

    /// <summary>Takes back the number and the date of a post that never reached the channel, if they were the last: there may be another.</summary>
    public void TakeBack(int number, LocalDate? date = null)
    {
        if (Posted == number)
            Posted--;
        if (date is { } last && LastDate == last)
            LastDate = last.PlusDays(-1);
    }

    /// <summary>The missed dates, which count as told from now on.</summary>
    public IReadOnlyList<string> TellMissed()
    {
        var missed = KnownMissed;
        Missed = null;
        return missed;
    }

    /// <summary>Notes a date on which nothing was posted; the 31 noted last are kept.</summary>
    public void Miss(LocalDate date) => MissAll([date]);

    private string[] KnownMissed => Missed?.Split(' ') ?? [];

    private void MissAll(IEnumerable<LocalDate> dates) => SetMissed(KnownMissed.Union(dates.Select(Iso.Format)).TakeLast(MostMissed));

    private void SetMissed(IEnumerable<string> dates) => Missed = string.Join(' ', dates) is { Length: > 0 } text ? text : null;

    // A date once taken is never taken again, nor one before it: not after the clock or the zone was set back.
    private bool IsTaken(LocalDate date) => date <= LastDate;

    private void Take(LocalDate date)
    {
        LastDate = date;
        SetMissed(KnownMissed.Where(missed => missed != Iso.Format(date)));
    }

    private List<(LocalDate Date, Instant At)> Overdue(Instant now)
    {
        var overdue = new List<(LocalDate, Instant)>();
        var schedule = Schedule;
        while (NextDue is { } due && due <= now)
        {
            // The zone's rules may have changed since the instant was stored.
            var date = schedule.DateAt(due);
            if (!IsTaken(date))
                overdue.Add((date, due));
            NextDue = schedule.After(due).At;
        }

        return overdue;
    }

    private Instant NextAfter(Instant now) => Schedule.AllAfter(now).First(next => !IsTaken(next.Date)).At;
}
