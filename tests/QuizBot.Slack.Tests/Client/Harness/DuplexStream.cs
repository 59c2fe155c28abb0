using System.IO.Pipelines;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>One of two ends of a connection in memory, which counts its reads and writes.</summary>
internal sealed class DuplexStream : Stream
{
    private readonly PipeReader input;
    private readonly PipeWriter output;
    private readonly Stream reading;
    private readonly Stream writing;

    private DuplexStream(Pipe input, Pipe output)
    {
        this.input = input.Reader;
        this.output = output.Writer;
        reading = this.input.AsStream();
        writing = this.output.AsStream();
    }

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static (DuplexStream One, DuplexStream Other) NewPair()
    {
        // Without thresholds a writer never waits for its reader.
        var options = new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false);
        Pipe one = new(options), other = new(options);
        return (new(one, other), new(other, one));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        return reading.ReadAsync(buffer, cancellationToken);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Writes++;
        await writing.WriteAsync(buffer, cancellationToken);
        await writing.FlushAsync(cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // As a socket that is closed: the other end reads to the end, and this end reads no more.
            output.Complete();
            input.CancelPendingRead();
        }

        base.Dispose(disposing);
    }
}
