namespace QuizBot.Engine.Scoring;

/// <summary>How many of a daily's questions in a row a member has answered. Questions the bot failed to post have no number and break nothing.</summary>
public sealed class Streak
{
    private Streak()
    {
    }

    /// <summary>Begins at nothing.</summary>
    public Streak(long dailyId, long memberId) => (DailyId, MemberId) = (dailyId, memberId);

    /// <summary>The daily.</summary>
    public long DailyId { get; private set; }

    /// <summary>The member.</summary>
    public long MemberId { get; private set; }

    /// <summary>The run that ends with <see cref="Last"/>.</summary>
    public int Length { get; private set; }

    /// <summary>The longest run ever.</summary>
    public int Best { get; private set; }

    /// <summary>The number of the last question answered; see <see cref="Rounds.Round.Number"/>.</summary>
    public int Last { get; private set; }

    /// <summary>Notes that a question was answered.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>
    /// False when it came after the answer to a later question, as can happen while two are open: nothing changed, and only
    /// <see cref="Recount"/> can tell the run.
    /// </returns>
    public bool Answered(int number)
    {
        if (number <= Last)
            return number == Last;
        Length = number == Last + 1 ? Length + 1 : 1;
        Last = number;
        Best = Math.Max(Best, Length);
        return true;
    }

    /// <summary>Counts afresh.</summary>
    /// <param name="numbers">The numbers of every question answered, in any order.</param>
    public void Recount(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        (Length, Last, Best) = (0, 0, 0);
        foreach (var number in numbers.Order())
            Answered(number);
    }

    /// <summary>The run as it stands once the daily's question with the given number has closed.</summary>
    public int Standing(int lastClosed) => Last >= lastClosed ? Length : 0;
}
