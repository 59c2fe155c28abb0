namespace QuizBot.Discord.Tests.Client;

/// <summary>Chance that is none.</summary>
internal sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
