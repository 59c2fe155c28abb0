namespace QuizBot.Emulators.Discord.World;

/// <summary>An account; a bot's or a person's.</summary>
public sealed class EmulatedUser
{
    internal EmulatedUser(ulong id, string name, bool isBot)
    {
        Id = id;
        Name = name;
        IsBot = isBot;
    }

    public ulong Id { get; }

    public string Name { get; }

    public string? DisplayName { get; init; }

    public bool IsBot { get; }
}
