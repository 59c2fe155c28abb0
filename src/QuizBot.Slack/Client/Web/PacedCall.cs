namespace QuizBot.Slack.Client.Web;

/// <summary>A call that waits for its turn, or has it.</summary>
internal sealed class PacedCall(string method, string channel, bool canWait)
{
    public string Method => method;

    public string Channel => channel;

    public bool CanWait => canWait;

    /// <summary>Completes when it may be sent.</summary>
    public TaskCompletionSource Turn { get; set; } = NewTurn();

    public static TaskCompletionSource NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
