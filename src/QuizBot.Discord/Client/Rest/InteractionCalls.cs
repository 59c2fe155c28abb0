using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Client.Rest;

/// <summary>
/// The calls that answer interactions. They have connections of their own and wait behind nothing: Discord does not count them
/// with the others, and a member looks on.
/// </summary>
internal sealed class InteractionCalls(RestTransport transport, InvalidRequests invalid, MonotonicClock clock, TimeProvider time, Jitter jitter, ILogger log)
{
    private static readonly TimeSpan ForCallback = TimeSpan.FromSeconds(3), ForRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(5);

    public async Task<RestAnswer> SendAsync(RestRequest request, CancellationToken cancellation)
    {
        var callback = request.Route == RestRoutes.Callback;
        var deadline = clock.Now + (callback ? ForCallback : ForRest);
        var tries = callback ? 2 : 4;
        while (true)
        {
            if (invalid.Pause(clock.Now, InvalidRequests.MostWithInteractions) is var stop && stop > TimeSpan.Zero)
                return RestAnswer.NotNow("Too many requests were refused.", stop);
            var answer = await transport.SendAsync(request, deadline - clock.Now, cancellation);
            if (InvalidRequests.Counts(answer))
                invalid.Add(clock.Now);
            var pause = --tries > 0 ? Pause(request, answer) : null;
            if (pause is null || clock.Now + pause >= deadline)
                return answer with { MayHaveHappened = !answer.IsDone && request.MayHaveHappened, Repeated = request.Failures > 0 };
            log.Repeated(request.Route, answer.Why, pause.Value);
            await Task.Delay(pause.Value, time, cancellation);
        }
    }

    private TimeSpan? Pause(RestRequest request, RestAnswer answer)
    {
        if (answer.Status == 429)
            return answer.Limits.RetryAfter;
        if (answer.Trouble is null && answer.Status < 500)
            return null;
        request.MayHaveHappened |= !answer.NeverSent;
        if (request.MayHaveHappened && !request.Route.Repeatable)
            return null;
        return jitter.Backoff(++request.Failures, FirstPause, LongestPause);
    }
}
