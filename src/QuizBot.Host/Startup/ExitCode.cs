namespace QuizBot.Host.Startup;

/// <summary>What the process ends with.</summary>
internal sealed class ExitCode
{
    public int Value { get; set; }
}
