namespace QuizBot.Slack.Client;

internal static class Patience
{
    /// <summary>Waits for a task for so long, whatever becomes of it.</summary>
    /// <returns>Whether it is over.</returns>
    public static async Task<bool> IsOverWithinAsync(this Task task, TimeSpan limit, TimeProvider time)
    {
        using var end = new CancellationTokenSource(limit, time);
        await task.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }
}
