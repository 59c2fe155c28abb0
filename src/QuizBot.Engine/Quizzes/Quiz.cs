using NodaTime;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Quizzes;

/// <summary>A run of rounds in a channel, started by a command.</summary>
public sealed class Quiz
{
    private Quiz()
    {
        StartedBy = null!;
        PostKey = null!;
    }

    /// <summary>Starts a quiz.</summary>
    /// <param name="channelId">The channel; one running quiz a channel.</param>
    /// <param name="settings">What is asked.</param>
    /// <param name="startedBy">The platform's id of the member.</param>
    /// <param name="postKey">Marks its messages; 16 hexadecimal digits.</param>
    /// <param name="now">The present.</param>
    /// <param name="firstRound">When its first round is due.</param>
    public Quiz(long channelId, QuizSettings settings, string startedBy, string postKey, Instant now, Instant firstRound)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (ChannelId, StartedBy, PostKey, Started, NextStep) = (channelId, startedBy, postKey, now, firstRound);
        (Category, Difficulty, Rounds, Seconds) = (settings.Category, settings.Difficulty, settings.Rounds, settings.Seconds);
    }

    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; private set; }

    /// <summary>The channel.</summary>
    public long ChannelId { get; private set; }

    /// <summary>Only this category, or null.</summary>
    public string? Category { get; private set; }

    /// <summary>Only this difficulty, or null.</summary>
    public Difficulty? Difficulty { get; private set; }

    /// <summary>How many rounds it has.</summary>
    public int Rounds { get; private set; }

    /// <summary>How many seconds a round takes answers.</summary>
    public int Seconds { get; private set; }

    /// <summary>How many rounds were begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Where it stands.</summary>
    public QuizStatus Status { get; private set; }

    /// <summary>When it started.</summary>
    public Instant Started { get; private set; }

    /// <summary>The platform's id of the member who started it.</summary>
    public string StartedBy { get; private set; }

    /// <summary>When the next round or the final board is due; null while a round is open and after the end.</summary>
    public Instant? NextStep { get; private set; }

    /// <summary>Marks its messages.</summary>
    public string PostKey { get; private set; }

    /// <summary>Rounds in a row that nobody answered.</summary>
    public int Silent { get; private set; }

    /// <summary>True while a round is still to come.</summary>
    public bool HasNext => Status == QuizStatus.Running && Begun < Rounds;

    /// <summary>The key of the message that opens it.</summary>
    public string OpeningKey => PostKey + "o";

    /// <summary>The key of the final board.</summary>
    public string BoardKey => PostKey + "b";

    /// <summary>Begins the next round.</summary>
    /// <returns>Its number, from 1.</returns>
    public int BeginRound()
    {
        if (!HasNext)
            throw new InvalidOperationException($"Quiz {Id} has no round to begin.");
        NextStep = null;
        return ++Begun;
    }

    /// <summary>A round has closed; the next step is due after a pause.</summary>
    /// <param name="anyone">Whether anybody answered it.</param>
    /// <param name="next">When the next step is due.</param>
    public void EndRound(bool anyone, Instant next)
    {
        Silent = anyone ? 0 : Silent + 1;
        if (Status == QuizStatus.Running)
            NextStep = next;
    }

    /// <summary>No round is begun any more; the final board is due.</summary>
    /// <param name="board">When the board is due; null while a round is open, whose close decides.</param>
    public void CutShort(Instant? board)
    {
        Rounds = Begun;
        NextStep = board ?? NextStep;
    }

    /// <summary>The next step, where there is one, is due at another time.</summary>
    public void Reschedule(Instant step)
    {
        if (NextStep is not null)
            NextStep = step;
    }

    /// <summary>The next step is being done; it counts as given up if it is still outstanding at the given time.</summary>
    public void Claim(Instant until)
    {
        if (NextStep is not null)
            NextStep = until;
    }

    /// <summary>All rounds are over and the board was shown.</summary>
    public void Finish() => (Status, NextStep) = (QuizStatus.Finished, null);

    /// <summary>It cannot go on: the channel is gone.</summary>
    public void Abandon() => (Status, NextStep) = (QuizStatus.Abandoned, null);
}
