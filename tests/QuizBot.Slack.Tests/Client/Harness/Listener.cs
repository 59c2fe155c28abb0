using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Hears what a client hands in, and does what a test says.</summary>
internal sealed class Listener
{
    /// <summary>What hearing one takes and gives; at once and nothing by default.</summary>
    public Func<SlackEvent, ValueTask<SlackAcknowledgement>> Answer { get; set; } = _ => default;

    /// <summary>All that was handed in, in order.</summary>
    public Heard<SlackEvent> Events { get; } = new();

    public ValueTask<SlackAcknowledgement> HearAsync(SlackEvent heard)
    {
        Events.Add(heard);
        return Answer(heard);
    }

    public async Task<T> FirstAsync<T>(Func<T, bool>? fits = null)
        where T : SlackEvent =>
        (T)await Events.NthAsync(1, e => e is T wanted && (fits is null || fits(wanted)));
}
