namespace QuizBot.Engine.Quizzes;

/// <summary>Where a quiz stands.</summary>
public enum QuizStatus
{
    /// <summary>Going on; one a channel.</summary>
    Running = 0,

    /// <summary>Played to its end; the final board may still have to be shown.</summary>
    Finished = 1,

    /// <summary>Stopped by a member, or because the channel is gone.</summary>
    Stopped = 2,
}
