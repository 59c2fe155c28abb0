namespace QuizBot.Emulators.Discord.World;

/// <summary>What a member can press, choose or fill in.</summary>
/// <param name="Type">Discord's component type.</param>
/// <param name="CustomId">Null for a link.</param>
public abstract record EmulatedComponent(int Type, int Id, string? CustomId);
