namespace QuizBot.Emulators.Slack.World;

/// <summary>One emoji on a message, and who put it there, first come first.</summary>
public sealed class EmulatedReaction
{
    private readonly Lock gate;

    internal EmulatedReaction(Lock gate, string name)
    {
        this.gate = gate;
        Name = name;
    }

    /// <summary>As Slack spells it, a skin tone included: <c>thumbsup::skin-tone-3</c> is <c>+1::skin-tone-3</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Users
    {
        get
        {
            lock (gate)
                return [.. UsersUnguarded];
        }
    }

    internal OrderedDictionary<string, bool> UsersByOrder { get; } = [];

    internal IEnumerable<string> UsersUnguarded => UsersByOrder.Keys;
}
