using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Web;

/// <summary>
/// Calls methods within Slack's limits. What certainly did not happen is repeated; what may have happened only where the call
/// says that this is harmless.
/// </summary>
internal sealed class WebApi(WebTransport transport, CallPacer pacer, string token, Backoff backoff, TimeProvider time)
{
    /// <summary>A wait that is longer is left to the caller.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private const int MostFaults = 4, MostRefusals = 20;

    public async ValueTask<SlackResult<JsonElement>> CallAsync(SlackCall call, CancellationToken cancellation)
    {
        var answer = await AskAsync(call, cancellation);
        return new(answer.Body ?? default, answer.Failure);
    }

    /// <summary>The same, with what came beside the answer.</summary>
    public async ValueTask<WebAnswer> AskAsync(SlackCall call, CancellationToken cancellation)
    {
        var paced = new PacedCall(call.Method, call.Arguments.GetValueOrDefault("channel", ""), call.CanWait);
        for (int faults = 0, refusals = 0; ;)
        {
            if (!await pacer.EnterAsync(paced, again: refusals > 0, cancellation))
                return new WebAnswer { Failure = new("too_many_calls", "Too many calls wait already.", RetryAfter: TimeSpan.FromMinutes(1)) };
            var answer = await SendAsync(call, paced, cancellation);
            if (answer.Failure is not { } failure)
                return answer;
            if (answer.IsLimited)
            {
                if (failure.RetryAfter > LongestWait || ++refusals > MostRefusals)
                    return answer;
                continue;
            }

            var isHarmless = answer.WasNotSent || (failure.MayHaveHappened && call.IsRepeatable);
            if (!isHarmless || failure.RetryAfter > LongestWait || faults == MostFaults)
                return answer;
            var pause = backoff.After(faults++);
            await Task.Delay(failure.RetryAfter > pause ? failure.RetryAfter.Value : pause, time, cancellation);
            paced = new PacedCall(paced.Method, paced.Channel, paced.CanWait);
        }
    }

    private async Task<WebAnswer> SendAsync(SlackCall call, PacedCall paced, CancellationToken cancellation)
    {
        TimeSpan? refused = null;
        try
        {
            var answer = await transport.CallAsync(call, token, cancellation);
            refused = answer.IsLimited ? answer.Failure!.RetryAfter : null;
            return answer;
        }
        finally
        {
            if (refused is { } wait)
                pacer.Refuse(paced, wait);
            else
                pacer.Leave(paced);
        }
    }
}
