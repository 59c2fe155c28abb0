using NodaTime;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Rounds;

/// <summary>One question posted in one channel, from open to closed.</summary>
public sealed class Round
{
    private string[]? _choices;

    private Round()
    {
        PostKey = null!;
        Question = null!;
    }

    private Round(long channelId, Question question, int seed, string postKey, Instant due, Instant closes, AnswerWays ways)
    {
        if (closes <= due)
            throw new ArgumentException("A round closes after it is due.", nameof(closes));
        ChannelId = channelId;
        Question = question;
        Seed = seed;
        PostKey = postKey;
        Due = due;
        Closes = closes;
        Ways = ways;
        RetryAt = due;
    }

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>The channel.</summary>
    public long ChannelId { get; private set; }

    /// <summary>The daily that posted it, or null.</summary>
    public long? DailyId { get; private set; }

    /// <summary>The local date it is the daily's question of, one round a daily and date; null once it failed, which frees the date.</summary>
    public LocalDate? Date { get; private set; }

    /// <summary>The quiz it belongs to, or null.</summary>
    public long? QuizId { get; private set; }

    /// <summary>Counts the daily's posts, or the quiz's rounds, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The question as it was posted.</summary>
    public Question Question { get; private set; }

    /// <summary>The seed of the choices' order.</summary>
    public int Seed { get; private set; }

    /// <summary>Travels with the message, so that a post of doubtful outcome is found instead of repeated. 16 hexadecimal digits.</summary>
    public string PostKey { get; private set; }

    /// <summary>How members may answer.</summary>
    public AnswerWays Ways { get; private set; }

    /// <summary>Where it stands.</summary>
    public RoundStatus Status { get; private set; }

    /// <summary>When it should be on the channel.</summary>
    public Instant Due { get; private set; }

    /// <summary>When the channel got it; null until then.</summary>
    public Instant? Opened { get; private set; }

    /// <summary>When it takes no more answers.</summary>
    public Instant Closes { get; private set; }

    /// <summary>When it really closed: <see cref="Closes"/>, or earlier.</summary>
    public Instant? Closed { get; private set; }

    /// <summary>The platform's id of its message, or null.</summary>
    public string? MessageId { get; private set; }

    /// <summary>The platform's id of its thread, or null.</summary>
    public string? ThreadId { get; private set; }

    /// <summary>The platform's id of the message that revealed the answer, or null.</summary>
    public string? RevealId { get; private set; }

    /// <summary>True once its reactions are seeded and its thread is open: what stands beside the message.</summary>
    public bool Furnished { get; private set; }

    /// <summary>A line for the post's foot, such as the days that were missed; or null.</summary>
    public string? Note { get; private set; }

    /// <summary>How often showing it failed since it last went well.</summary>
    public int Failures { get; private set; }

    /// <summary>
    /// When what is outstanding (posting, furnishing, revealing) is to be done; whoever does it first moves this on by
    /// <see cref="Claim"/>, so that nobody else does. Null while nothing is outstanding.
    /// </summary>
    public Instant? RetryAt { get; private set; }

    /// <summary>The choices in the order posted; empty for typed and open questions.</summary>
    public IReadOnlyList<string> Choices => _choices ??= Arrange();

    /// <summary>The position of the right choice as posted, from 0; -1 for typed and open questions.</summary>
    public int RightChoice => Choices.Count == 0 ? -1 : Choices.ToList().IndexOf(Question.Right);

    /// <summary>The key of the reveal's message.</summary>
    public string RevealKey => PostKey + "r";

    /// <summary>It is stored, and has its id.</summary>
    /// <exception cref="InvalidOperationException">It was stored before.</exception>
    public void Stored(long id)
    {
        if (Id != 0)
            throw new InvalidOperationException($"Round {Id} is stored.");
        Id = id;
    }

    /// <summary>A round of a daily.</summary>
    public static Round ForDaily(
        long channelId, long dailyId, LocalDate date, int number, Question question, int seed, string postKey,
        Instant due, Instant closes, AnswerWays ways, string? note) =>
        new(channelId, question, seed, postKey, due, closes, ways) { DailyId = dailyId, Date = date, Number = number, Note = note };

    /// <summary>A round of a quiz: by button alone, since a reaction would show the others what to choose.</summary>
    public static Round ForQuiz(
        long channelId, long quizId, int number, Question question, int seed, string postKey, Instant due, Instant closes) =>
        new(channelId, question, seed, postKey, due, closes, AnswerWays.Buttons) { QuizId = quizId, Number = number };

    /// <summary>The message is on the channel; the round takes answers.</summary>
    /// <param name="messageId">The platform's id.</param>
    /// <param name="at">When it was posted.</param>
    /// <param name="closes">A later close, for quizzes, whose seconds count from the post; or null.</param>
    public void Open(string messageId, Instant at, Instant? closes = null)
    {
        Expect(RoundStatus.Posting);
        (MessageId, Opened, Status) = (messageId, at, RoundStatus.Open);
        Closes = closes ?? Closes;
        Failures = 0;
    }

    /// <summary>Its reactions stand and its thread is open.</summary>
    /// <param name="threadId">The thread, or null where it has none.</param>
    public void Furnish(string? threadId)
    {
        if (MessageId is null)
            throw new InvalidOperationException($"Round {Id} has no message to furnish.");
        (ThreadId, Furnished) = (threadId, true);
        // Once it closes, what is outstanding is the reveal.
        if (Status == RoundStatus.Open)
            NothingOutstanding();
    }

    /// <summary>No more answers.</summary>
    /// <param name="now">The present; the round counts as closed then or at <see cref="Closes"/>, whichever is earlier.</param>
    public void BeginClosing(Instant now)
    {
        Expect(RoundStatus.Open);
        (Closed, Status) = (Instant.Min(now, Closes), RoundStatus.Closing);
        (Failures, RetryAt) = (0, now);
    }

    /// <summary>Counted and revealed.</summary>
    /// <param name="revealId">The platform's id of the reveal, or null where it could not be shown.</param>
    public void EndClosing(string? revealId)
    {
        Expect(RoundStatus.Closing);
        (RevealId, Status) = (revealId, RoundStatus.Closed);
        NothingOutstanding();
    }

    /// <summary>It cannot be posted.</summary>
    public void Fail()
    {
        Expect(RoundStatus.Posting);
        (Status, Date) = (RoundStatus.Failed, null);
        NothingOutstanding();
    }

    /// <summary>What is outstanding is being done; it counts as given up if it is still outstanding at the given time.</summary>
    public void Claim(Instant until)
    {
        if (RetryAt is not null)
            RetryAt = until;
    }

    /// <summary>An open round has something to be done again: its reactions could not be read.</summary>
    public void DoAgainAt(Instant at)
    {
        Expect(RoundStatus.Open);
        RetryAt = at;
    }

    /// <summary>What is outstanding failed for now; it is tried again at the given time.</summary>
    public void TryAgainAt(Instant at)
    {
        if (RetryAt is null)
            return;
        Failures++;
        RetryAt = at;
    }

    private void NothingOutstanding() => (Failures, RetryAt) = (0, null);

    private void Expect(RoundStatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"Round {Id} is {Status}, not {status}.");
    }

    private string[] Arrange() => Question.Kind switch
    {
        QuestionKind.TrueFalse => ["True", "False"],
        QuestionKind.Choice => Shuffled([Question.Right, .. Question.Wrong]),
        _ => [],
    };

    private string[] Shuffled(string[] choices) =>
        [.. ChoiceOrder.Shuffle(choices.Length, Seed).Select(i => choices[i])];
}
