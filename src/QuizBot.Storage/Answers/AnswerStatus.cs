namespace QuizBot.Storage.Answers;

public enum AnswerStatus
{
    /// <summary>It is durable.</summary>
    Recorded,

    /// <summary>It was known already, or an older one came late.</summary>
    Unchanged,

    /// <summary>The round takes no answers (any more).</summary>
    NotOpen,
}
