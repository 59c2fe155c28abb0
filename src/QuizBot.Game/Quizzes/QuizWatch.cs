using System.Threading.Channels;

namespace QuizBot.Game.Quizzes;

/// <summary>Passes on who answered in a quiz, to <see cref="QuizWatcher"/>: an answer's acknowledgement does not wait for it.</summary>
internal sealed class QuizWatch
{
    private readonly Channel<(long Quiz, long Round, long Member)> _answers =
        Channel.CreateUnbounded<(long, long, long)>(new UnboundedChannelOptions { SingleReader = true });

    public void Answered(long quizId, long roundId, long memberId) => _answers.Writer.TryWrite((quizId, roundId, memberId));

    public IAsyncEnumerable<(long Quiz, long Round, long Member)> ReadAsync(CancellationToken cancellation) =>
        _answers.Reader.ReadAllAsync(cancellation);
}
