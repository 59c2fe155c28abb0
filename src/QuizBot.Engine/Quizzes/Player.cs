namespace QuizBot.Engine.Quizzes;

/// <summary>A member who takes part in a quiz: joined it, or answered a round.</summary>
public sealed class Player
{
    private Player()
    {
    }

    /// <summary>Takes part from now on.</summary>
    public Player(long quizId, long memberId) => (QuizId, MemberId) = (quizId, memberId);

    /// <summary>The quiz.</summary>
    public long QuizId { get; private set; }

    /// <summary>The member.</summary>
    public long MemberId { get; private set; }
}
