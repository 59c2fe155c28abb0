using System.Diagnostics.Metrics;

namespace QuizBot.Game.Metrics;

/// <summary>What is measured, under the meter <see cref="MeterName"/>.</summary>
public sealed class GameMetrics
{
    public const string MeterName = "QuizBot";
    private readonly Counter<long> _posted, _closed, _answers, _sendFailures, _missed;
    private readonly Histogram<double> _ack, _lag;

    public GameMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _posted = meter.CreateCounter<long>("quizbot.rounds.posted", description: "Rounds that reached their channel");
        _closed = meter.CreateCounter<long>("quizbot.rounds.closed", description: "Rounds counted and revealed");
        _missed = meter.CreateCounter<long>("quizbot.rounds.missed", description: "Dailies' dates on which nothing was posted");
        _answers = meter.CreateCounter<long>("quizbot.answers", description: "Answers recorded, changes included");
        _sendFailures = meter.CreateCounter<long>("quizbot.send.failures", description: "Calls to a platform that failed");
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5] };
        _ack = meter.CreateHistogram("quizbot.ack.duration", "s", "From hearing an event to its being durable", null, seconds);
        var lags = new InstrumentAdvice<double> { HistogramBucketBoundaries = [.05, .1, .25, .5, 1, 2.5, 5, 15, 60, 300, 3600] };
        _lag = meter.CreateHistogram("quizbot.scheduler.lag", "s", "From when something was due to when it was begun", null, lags);
    }

    public void Posted(string platform, string kind) =>
        _posted.Add(1, new("platform", platform), new KeyValuePair<string, object?>("kind", kind));

    public void Closed(string platform) => _closed.Add(1, new KeyValuePair<string, object?>("platform", platform));

    public void Missed(int dates) => _missed.Add(dates);

    public void Answered(string platform) => _answers.Add(1, new KeyValuePair<string, object?>("platform", platform));

    public void SendFailed(string platform, string failure) =>
        _sendFailures.Add(1, new("platform", platform), new KeyValuePair<string, object?>("failure", failure));

    public void Acknowledged(string platform, string happened, TimeSpan taken) =>
        _ack.Record(taken.TotalSeconds, new("platform", platform), new KeyValuePair<string, object?>("event", happened));

    public void Began(string work, TimeSpan lag) =>
        _lag.Record(Math.Max(0, lag.TotalSeconds), new KeyValuePair<string, object?>("work", work));
}
