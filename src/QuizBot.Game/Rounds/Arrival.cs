namespace QuizBot.Game.Rounds;

/// <summary>A question that is on its way to a channel: posted perhaps, but not yet known by its message's id.</summary>
internal sealed class Arrival
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _wasHeardOf;

    /// <summary>Completes when the message's id is noted, or there is none.</summary>
    public Task Over => _over.Task;

    /// <summary>True where somebody reacted in the channel and could not be told from one who answered.</summary>
    public bool WasHeardOf => _wasHeardOf;

    public void HearOf() => _wasHeardOf = true;

    public void End() => _over.TrySetResult();
}
