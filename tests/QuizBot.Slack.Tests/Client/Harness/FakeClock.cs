using Microsoft.Extensions.Time.Testing;

namespace QuizBot.Slack.Tests.Client.Harness;

internal static class FakeClock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Lets time pass until the work is done, but never while something can be done without. It may pass a little longer.</summary>
    public static async Task RunAsync(FakeTimeProvider time, Task work, Func<bool> isQuiet)
    {
        while (!work.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (isQuiet())
                time.Advance(Step);
            else
                await Task.Yield();
        }

        await work;
    }
}
