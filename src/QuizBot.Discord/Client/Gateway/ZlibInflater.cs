using System.Buffers;
using System.IO.Compression;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>Inflates the messages of one connection, which are one deflate stream, flushed after each message.</summary>
internal sealed class ZlibInflater : IDisposable
{
    private const int Usual = 16 << 10;

    private readonly int most;
    private readonly Feed feed = new();
    private readonly ZLibStream zlib;
    private byte[] output = ArrayPool<byte>.Shared.Rent(Usual);

    /// <param name="most">A message that is larger than that is refused.</param>
    public ZlibInflater(int most)
    {
        this.most = most;
        zlib = new ZLibStream(feed, CompressionMode.Decompress);
    }

    /// <summary>Inflates one message.</summary>
    /// <param name="message">All of it.</param>
    /// <param name="json">What it says, until the next call.</param>
    /// <returns>False if it is too large, after which nothing more can be read.</returns>
    /// <exception cref="InvalidDataException">It is not deflated.</exception>
    /// <exception cref="IOException">Nor is it; which of the two it is depends on how.</exception>
    public bool TryInflate(ReadOnlyMemory<byte> message, out ReadOnlyMemory<byte> json)
    {
        if (output.Length > Usual * 4)
            Replace(Usual, 0);
        feed.Rest = message;
        var length = 0;
        while (zlib.Read(output, length, output.Length - length) is var read and > 0)
        {
            length += read;
            if (length > most)
            {
                json = default;
                return false;
            }

            if (length == output.Length)
                Replace(output.Length * 2, length);
        }

        json = output.AsMemory(0, length);
        return true;
    }

    public void Dispose()
    {
        zlib.Dispose();
        ArrayPool<byte>.Shared.Return(output);
        output = [];
    }

    private void Replace(int size, int kept)
    {
        var other = ArrayPool<byte>.Shared.Rent(size);
        output.AsSpan(0, kept).CopyTo(other);
        ArrayPool<byte>.Shared.Return(output);
        output = other;
    }

    /// <summary>Gives what has arrived, and ends for now where it does.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Rest { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Rest.Length);
            Rest.Span[..count].CopyTo(buffer);
            Rest = Rest[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
