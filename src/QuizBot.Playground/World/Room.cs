namespace QuizBot.Playground.World;

/// <summary>A channel of the playground.</summary>
internal sealed record Room(string Id, string Name, string Topic);
