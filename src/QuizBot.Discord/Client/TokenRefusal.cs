namespace QuizBot.Discord.Client;

/// <summary>Remembers that Discord refused the token: from then on nothing is sent, and the client stops.</summary>
internal sealed class TokenRefusal
{
    public const string Line =
        "Discord refuses the bot's token: it is wrong, or was reset since. Copy the token again from the Bot page of the Discord developer portal into Discord:Token.";

    private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsRefused => refused.Task.IsCompleted;

    /// <summary>Ends when it is refused.</summary>
    public Task Refused => refused.Task;

    public void Refuse() => refused.TrySetResult();
}
