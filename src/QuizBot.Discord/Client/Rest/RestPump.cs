using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Client.Rest;

/// <summary>Sends what the <see cref="RestQueue"/> says, when it says so, and tries again what may be.</summary>
internal sealed class RestPump : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    private readonly RestTransport transport;
    private readonly InvalidRequests invalid;
    private readonly TokenRefusal refusal;
    private readonly Jitter jitter;
    private readonly ILogger log;
    private readonly MonotonicClock clock;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private readonly RestQueue queue = new();
    private readonly Dictionary<RestRoute, RoundTrips> trips = [];
    private bool stopped;

    public RestPump(RestTransport transport, InvalidRequests invalid, TokenRefusal refusal, MonotonicClock clock, TimeProvider time, Jitter jitter, ILogger log)
    {
        (this.transport, this.invalid, this.refusal, this.clock, this.jitter, this.log) = (transport, invalid, refusal, clock, jitter, log);
        timer = time.CreateTimer(static pump => ((RestPump)pump!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sends a call in its turn, and again where that is right.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RestAnswer> SendAsync(RestRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        request.Cancellation = cancellation;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopped, this);
            if (refusal.IsRefused)
                return Refused();
            if (!queue.TryAdd(request, clock.Now))
                return RestAnswer.NotNow("Too many requests are waiting.", RestQueue.LongestWait);
        }

        await using var givenUp = cancellation.UnsafeRegister(static state =>
        {
            var (pump, request) = ((RestPump, RestRequest))state!;
            pump.GiveUp(request);
        }, (this, request));
        Pump();
        return await request.Done;
    }

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            foreach (var request in queue.Clear())
                request.Fail(new ObjectDisposedException(nameof(RestPump)));
        }

        timer.Dispose();
    }

    private static RestAnswer Refused() => new(401, [], default) { Trouble = "Discord refuses the token.", NeverSent = true };

    private void Pump()
    {
        List<(RestRequest Request, TimeSpan Wait)> tooLong = [];
        while (true)
        {
            RestRequest? next;
            var place = 0;
            lock (gate)
            {
                if (stopped)
                    return;
                var now = clock.Now;
                next = queue.Take(now, tooLong, out var wake);
                if (next is not null)
                    place = queue.Pace.Take(now);
                else if (wake is { } at)
                    timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((at - now).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
            }

            foreach (var (request, wait) in tooLong)
                request.Complete(RestAnswer.NotNow("Discord allows no more of these for now.", wait) with { MayHaveHappened = request.MayHaveHappened });
            tooLong.Clear();
            if (next is null)
                return;
            _ = Task.Run(() => RunAsync(next, place));
        }
    }

    private async Task RunAsync(RestRequest request, int place)
    {
        RestAnswer? answer = null;
        var sent = clock.Now;
        request.FirstSent ??= sent;
        try
        {
            answer = await transport.SendAsync(request, TimeLimit, request.Cancellation);
        }
        catch (OperationCanceledException)
        {
            request.Cancel();
        }
        catch (Exception fault)
        {
            request.Fail(fault);
        }

        lock (gate)
            Settle(request, place, answer, sent, clock.Now);
        Pump();
    }

    private void Settle(RestRequest request, int place, RestAnswer? answer, TimeSpan sent, TimeSpan now)
    {
        queue.Pace.Return(place, now, answer is { Trouble: null } ? Trips(request.Route).Add(now - sent, now) : TimeSpan.Zero);
        queue.Return(request, answer?.Limits ?? default, now);
        if (answer is null)
        {
            queue.Finish(request);
            return;
        }

        Guard(request, answer, now);
        var wait = RestRetry.After(request, answer, now - request.FirstSent!.Value, jitter);
        if (wait is { } pause && !request.Cancellation.IsCancellationRequested && !refusal.IsRefused)
        {
            if (answer.Status != 429)
                log.Repeated(request.Route, answer.Why, pause);
            queue.PutBack(request, answer.Status == 429 ? now : now + pause);
            return;
        }

        queue.Finish(request);
        if (wait is not null && request.Cancellation.IsCancellationRequested)
            request.Cancel();
        else
            request.Complete(answer with { MayHaveHappened = !answer.IsDone && request.MayHaveHappened, Repeated = request.Failures > 0 });
    }

    /// <summary>What an answer means for all calls.</summary>
    private void Guard(RestRequest request, RestAnswer answer, TimeSpan now)
    {
        if (answer.Status == 429)
            log.RateLimited(request.Route, answer.Limits.Global ? "all calls" : answer.Limits.Shared ? "shared" : "this call", answer.Limits.RetryAfter);
        if (answer is { Status: 429, Limits.Global: true })
            queue.Pace.Block(now + answer.Limits.RetryAfter!.Value);
        if (InvalidRequests.Counts(answer))
        {
            invalid.Add(now);
            var pause = invalid.Pause(now, InvalidRequests.Most);
            if (pause > TimeSpan.Zero && queue.Pace.BlockedUntil < now + pause)
            {
                log.TooManyInvalid(InvalidRequests.Most, pause);
                queue.Pace.Block(now + pause);
            }
        }

        if (answer.Status != 401)
            return;
        refusal.Refuse();
        foreach (var waiting in queue.Clear())
            waiting.Complete(Refused());
    }

    private void GiveUp(RestRequest request)
    {
        lock (gate)
            if (queue.Remove(request))
                request.Cancel();
    }

    private RoundTrips Trips(RestRoute route) => trips.TryGetValue(route, out var known) ? known : trips[route] = new RoundTrips();
}
