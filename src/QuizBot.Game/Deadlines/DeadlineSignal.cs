using System.Threading.Channels;

namespace QuizBot.Game.Deadlines;

/// <summary>Says that a deadline in the database changed, so that whoever waits for the earliest looks again.</summary>
internal sealed class DeadlineSignal
{
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Changed() => _changed.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellation) => await _changed.Reader.ReadAsync(cancellation);
}
