using Microsoft.Extensions.Logging;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client;

/// <summary>Hands in what Slack tells.</summary>
internal static partial class Hearing
{
    /// <summary>Hands in all that a delivery tells; what goes with its acknowledgement is the first that any of it asks for.</summary>
    public static ValueTask<SlackAcknowledgement> HearAsync(this Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, in Reading reading)
    {
        if (reading.Event is not { } only)
            return default;
        return reading.More.Count == 0 ? hear(only) : HearAllAsync(hear, only, reading.More);
    }

    /// <summary>Hands in that Slack is heard; never fails.</summary>
    public static async Task ConnectedAsync(this Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, string team, ILogger logger)
    {
        try
        {
            await hear(new SlackConnected(team));
        }
        catch (Exception fault)
        {
            NotTaken(logger, fault);
        }
    }

    private static async ValueTask<SlackAcknowledgement> HearAllAsync(
        Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, SlackEvent first, IReadOnlyList<SlackEvent> more)
    {
        var answer = await hear(first);
        foreach (var next in more)
        {
            var other = await hear(next);
            answer = answer.Payload is null ? other : answer;
        }

        return answer;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "That Slack is heard was not taken in")]
    private static partial void NotTaken(ILogger logger, Exception fault);
}
