using System.Buffers;

namespace QuizBot.Slack.Client.Socket;

/// <summary>
/// The stream below a WebSocket. Many small frames cost one read; frames written while gathering cost one write; and it sees
/// when the other side last spoke by itself, which the WebSocket keeps to itself.
/// </summary>
internal sealed class FrameStream(Stream inner, TimeProvider time) : Stream
{
    private readonly byte[] read = new byte[16 * 1024];
    private int start, end;
    private FrameScanner scanner;
    private long spoke = time.GetTimestamp();

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> gathered = new();
    private bool isGathering;

    /// <summary>How long the other side has said nothing but pongs.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref spoke));

    /// <summary>Bytes gathered so far.</summary>
    public int Gathered => gathered.WrittenCount;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>From here on what is written waits for <see cref="ReleaseAsync"/>. Frames of others, such as pongs, may then overtake it.</summary>
    public void Gather()
    {
        lock (gate)
            isGathering = true;
    }

    /// <summary>Writes what was gathered.</summary>
    public async ValueTask ReleaseAsync()
    {
        lock (gate)
            isGathering = false;
        if (gathered.WrittenCount > 0)
            await WriteThroughAsync(gathered.WrittenMemory, CancellationToken.None);
        gathered.ResetWrittenCount();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (gate)
            if (isGathering)
            {
                gathered.Write(buffer.Span);
                return ValueTask.CompletedTask;
            }

        return WriteThroughAsync(buffer, cancellationToken);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (start == end && !buffer.IsEmpty)
        {
            end = start = 0;
            end = await inner.ReadAsync(read, cancellationToken);
            if (scanner.Scan(read.AsSpan(0, end)))
                Volatile.Write(ref spoke, time.GetTimestamp());
        }

        var count = Math.Min(buffer.Length, end - start);
        read.AsSpan(start, count).CopyTo(buffer.Span);
        start += count;
        return count;
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
            inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask WriteThroughAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            await inner.WriteAsync(buffer, cancellation);
        }
        finally
        {
            writing.Release();
        }
    }
}
