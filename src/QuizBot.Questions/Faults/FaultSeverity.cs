namespace QuizBot.Questions.Faults;

public enum FaultSeverity
{
    /// <summary>Something is left out of the bank, or a declared topic is not covered.</summary>
    Error,

    /// <summary>The bank works; its quality suffers.</summary>
    Warning,
}
