namespace QuizBot.Slack.Client.Http;

/// <summary>Remembers what signed requests were answered with for as long as their signatures are good, so that a replay is answered but not heard.</summary>
internal sealed class AnsweredRequests(TimeProvider time)
{
    /// <summary>More than Slack delivers in the time (30,000 events an hour and workspace); the oldest are forgotten first.</summary>
    public const int Most = 65_536;

    private readonly Lock gate = new();
    private readonly Dictionary<Signature, Task<SlackReply>> replies = [];
    private readonly Queue<Signature> inOrder = [];

    public int Count
    {
        get
        {
            lock (gate)
                return replies.Count;
        }
    }

    /// <summary>The answer to a request: a new one, or the one that is being or was given. One that was not heard is not remembered.</summary>
    public Task<SlackReply> AnswerAsync(Signature signature, Func<Task<SlackReply>> answer)
    {
        var reply = new TaskCompletionSource<SlackReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            Forget();
            if (!replies.TryAdd(signature, reply.Task))
                return replies[signature];
            inOrder.Enqueue(signature);
        }

        return FirstAsync(signature, answer, reply);
    }

    private async Task<SlackReply> FirstAsync(Signature signature, Func<Task<SlackReply>> answer, TaskCompletionSource<SlackReply> reply)
    {
        var given = SlackReply.Failed;
        try
        {
            return given = await answer();
        }
        finally
        {
            if (given.Status >= 500)
                lock (gate)
                    replies.Remove(signature);
            reply.SetResult(given);
        }
    }

    private void Forget()
    {
        var good = (time.GetUtcNow() - Signature.Tolerance).ToUnixTimeSeconds();
        while (inOrder.TryPeek(out var oldest) && (oldest.Timestamp < good || inOrder.Count >= Most))
            replies.Remove(inOrder.Dequeue());
    }
}
