namespace QuizBot.Slack.Client.Socket;

/// <summary>Whether Slack is heard on any connection.</summary>
/// <param name="gained">Called at the first connection, and at the first after a gap without any.</param>
internal sealed class Presence(Action gained)
{
    private int connections;

    public bool IsHeard => Volatile.Read(ref connections) > 0;

    public void Gain()
    {
        if (Interlocked.Increment(ref connections) == 1)
            gained();
    }

    public void Lose() => Interlocked.Decrement(ref connections);
}
