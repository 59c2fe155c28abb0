using System.Threading.Channels;

namespace QuizBot.Game.Quizzes;

/// <summary>Passes on who answered in a quiz, to <see cref="QuizWatcher"/>: an answer's acknowledgement does not wait for it.</summary>
internal sealed class QuizWatch
{
    private readonly Channel<PlayedRound> _answers =
        Channel.CreateUnbounded<PlayedRound>(new UnboundedChannelOptions { SingleReader = true });

    public void Answered(PlayedRound played) => _answers.Writer.TryWrite(played);

    /// <summary>Waits for an answer, and gives all that have gathered.</summary>
    public async Task<IReadOnlyList<PlayedRound>> ReadAsync(CancellationToken cancellation)
    {
        var gathered = new List<PlayedRound> { await _answers.Reader.ReadAsync(cancellation) };
        while (_answers.Reader.TryRead(out var played))
            gathered.Add(played);
        return gathered;
    }
}
