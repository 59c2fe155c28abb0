using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Socket;

/// <summary>Keeps one connection up: when one needs a successor, that is opened first and the old one let go after.</summary>
internal sealed partial class SocketSlot(SocketOpener opener, Backoff backoff, SocketTimes times, TimeProvider time, ILogger logger)
{
    private int failures;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="PlatformRefusedException">Slack refuses the token.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        SlackSocket? current = null;
        var retired = new List<Task>();
        try
        {
            while (true)
            {
                var next = await OpenAsync(cancellation);
                retired.RemoveAll(t => t.IsCompleted);
                if (current is not null)
                    retired.Add(current.RetireAsync());
                current = next;
                await Task.Delay(PauseAfter(await current.Leaving.WaitAsync(cancellation), current.WasSteady), time, cancellation);
            }
        }
        finally
        {
            if (current is not null)
                await current.DisposeAsync();
            await Task.WhenAll(retired);
        }
    }

    private async Task<SlackSocket> OpenAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var opened = await opener.OpenAsync(cancellation);
            if (opened.IsDone)
                return opened.Value;
            var pause = PauseAfter(opened.Failure);
            await Task.Delay(pause, time, cancellation);
        }
    }

    private TimeSpan PauseAfter(SlackFailure failure)
    {
        if (failure.Error == SocketOpener.SwitchedOff)
        {
            SwitchedOff(times.SwitchedOff);
            return times.SwitchedOff;
        }

        var pause = backoff.After(failures++);
        pause = failure.RetryAfter > pause ? failure.RetryAfter.Value : pause;
        NotOpened(failure, pause);
        return pause;
    }

    private TimeSpan PauseAfter(SocketEnd end, bool wasSteady)
    {
        if (end == SocketEnd.SwitchedOff)
        {
            SwitchedOff(times.SwitchedOff);
            return times.SwitchedOff;
        }

        if (wasSteady || end == SocketEnd.Refresh)
            failures = 0;
        return wasSteady || end == SocketEnd.Refresh ? TimeSpan.Zero : backoff.After(failures++);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to Slack: {Failure}; next try in {Pause}")]
    private partial void NotOpened(SlackFailure failure, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode is switched off for this app. Switch it on under Settings, Socket Mode, of the app's pages; tried again in {Pause}")]
    private partial void SwitchedOff(TimeSpan pause);
}
