using NodaTime;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Answers;

/// <summary>A member's current answer in a round; one a member and round.</summary>
public sealed class Answer
{
    private const long TicksPerMicrosecond = 10;

    private Answer()
    {
    }

    /// <summary>Begins an empty answer.</summary>
    public Answer(long roundId, long memberId)
    {
        RoundId = roundId;
        MemberId = memberId;
    }

    /// <summary>An answer as it was stored.</summary>
    public static Answer Restore(
        long roundId, long memberId, string marks, int? choice, string? text, SelfMark? selfMark, long order, bool settled) =>
        new(roundId, memberId)
        {
            Marks = marks, Choice = choice, Text = text, SelfMark = selfMark, Order = order, Settled = settled,
        };

    /// <summary>The round.</summary>
    public long RoundId { get; private set; }

    /// <summary>The member.</summary>
    public long MemberId { get; private set; }

    /// <summary>The stored <see cref="AnswerMarks"/>; empty for typed and open questions.</summary>
    public string Marks { get; private set; } = "";

    /// <summary>The choice that counts, as posted from 0; null when it was withdrawn, typed or open.</summary>
    public int? Choice { get; private set; }

    /// <summary>What was typed, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>The member's own judgement of an open question, or null.</summary>
    public SelfMark? SelfMark { get; private set; }

    /// <summary>When the answer that counts was given, microseconds since 1970; of one withdrawn, when it had been given.</summary>
    public long Order { get; private set; }

    /// <summary>Whether it was right; null until settled, and for open questions.</summary>
    public bool? Right { get; private set; }

    /// <summary>The points it earned; 0 until settled.</summary>
    public int Points { get; private set; }

    /// <summary>True once its points are in the scores.</summary>
    public bool Settled { get; private set; }

    /// <summary>True while something stands that counts as an answer.</summary>
    public bool Stands => Choice is not null || Text is not null || SelfMark is not null;

    /// <summary>Takes in a mark.</summary>
    /// <returns>False when nothing changed: a repeat, older than what is known, or after <see cref="Settle"/>.</returns>
    public bool Apply(Mark mark)
    {
        if (Settled)
            return false;
        var marks = AnswerMarks.Parse(Marks);
        return marks.Apply(mark) && Take(marks);
    }

    /// <summary>Brings reactions in line with what is on the message; see <see cref="AnswerMarks.Reconcile"/>.</summary>
    /// <returns>Whether anything changed; never after <see cref="Settle"/>.</returns>
    public bool Reconcile(IReadOnlySet<int> standing, long order)
    {
        if (Settled)
            return false;
        var marks = AnswerMarks.Parse(Marks);
        return marks.Reconcile(standing, order) && Take(marks);
    }

    /// <summary>Takes a typed answer.</summary>
    /// <returns>False when it is not later than the one known, or comes after <see cref="Settle"/>.</returns>
    /// <exception cref="ArgumentException">It is longer than <see cref="QuestionLimits.Typed"/>.</exception>
    public bool Type(string text, long order)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > QuestionLimits.Typed)
            throw new ArgumentException($"A typed answer has at most {QuestionLimits.Typed} characters.", nameof(text));
        if (Settled || (Text is not null && order <= Order))
            return false;
        (Text, Order) = (text, order);
        return true;
    }

    /// <summary>Takes the member's own judgement; also after <see cref="Settle"/>, for it follows the reveal.</summary>
    /// <returns>False when it is not later than the one known.</returns>
    public bool MarkSelf(SelfMark mark, long order)
    {
        if (SelfMark is not null && order <= Order)
            return false;
        (SelfMark, Order) = (mark, order);
        return true;
    }

    /// <summary>Fixes the result at the close. May be called once.</summary>
    /// <exception cref="InvalidOperationException">It was settled before.</exception>
    public void Settle(bool? right, int points)
    {
        if (Settled)
            throw new InvalidOperationException($"The answer of member {MemberId} in round {RoundId} is settled.");
        (Right, Points, Settled) = (right, points, true);
    }

    /// <summary>When the answer that counts was given.</summary>
    public Instant At => Instant.FromUnixTimeTicks(Order * TicksPerMicrosecond);

    private bool Take(AnswerMarks marks)
    {
        (Marks, Choice, Order) = (marks.ToString(), marks.Choice, marks.Order ?? Order);
        return true;
    }
}
