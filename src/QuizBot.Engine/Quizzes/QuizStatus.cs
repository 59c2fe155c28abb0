namespace QuizBot.Engine.Quizzes;

/// <summary>Where a quiz stands.</summary>
public enum QuizStatus
{
    /// <summary>Going on; one a channel.</summary>
    Running = 0,

    /// <summary>Played to its end, or cut short; its board was shown.</summary>
    Finished = 1,

    /// <summary>Given up, because the channel is gone.</summary>
    Abandoned = 2,
}
