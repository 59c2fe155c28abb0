using System.Text;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Wire;

/// <summary>What was read of a payload.</summary>
/// <param name="Event">What it tells; null where it concerns nobody here.</param>
/// <param name="More">What else it tells: the second and further actions of one interaction.</param>
/// <param name="PassedOver">The type of what concerns nobody here.</param>
internal readonly record struct Reading(SlackEvent? Event, IReadOnlyList<SlackEvent> More, string PassedOver)
{
    public static implicit operator Reading(SlackEvent heard) => new(heard, [], "");

    public static Reading Nothing(string type) => new(null, [], type);

    public static Reading Nothing(ReadOnlySpan<byte> type) => Nothing(Encoding.UTF8.GetString(type[..Math.Min(type.Length, 80)]));
}
