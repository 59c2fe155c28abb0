namespace QuizBot.Emulators.Discord.World;

/// <summary>One emoji on a message, and who put it there, in that order.</summary>
public sealed class EmulatedReaction
{
    internal EmulatedReaction(string emoji) => Emoji = emoji;

    public string Emoji { get; }

    /// <summary>Their ids; read it after the deed, not while others react.</summary>
    public IReadOnlyCollection<ulong> Users => UsersUnguarded;

    internal SortedSet<ulong> UsersUnguarded { get; } = [];
}
