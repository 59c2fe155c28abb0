using System.Text;
using QuizBot.Discord.Client.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class ZlibInflaterTests
{
    [Fact]
    public void TryInflate_MessagesOfOneStream_AreReadOneByOne()
    {
        using var deflated = new Deflated();
        using var inflater = new ZlibInflater(1 << 20);
        foreach (var length in (int[])[1, 10, 5_000, 3, 500_000, 20, 70_000, 1])
        {
            var json = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 26))));

            Assert.True(inflater.TryInflate(deflated.Message(json), out var read));

            Assert.Equal(json, Encoding.UTF8.GetString(read.Span));
        }
    }

    [Fact]
    public void TryInflate_Bomb_IsRefusedWithoutInflatingAllOfIt()
    {
        using var deflated = new Deflated();
        using var inflater = new ZlibInflater(1 << 20);
        var bomb = deflated.Message(new byte[200 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(inflater.TryInflate(bomb, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void TryInflate_Garbage_Throws()
    {
        using var inflater = new ZlibInflater(1 << 20);

        Assert.Throws<InvalidDataException>(() => inflater.TryInflate("no deflate at all"u8.ToArray(), out _));
    }

    [Fact]
    public void TryInflate_StreamThatEnded_GivesNothingMore()
    {
        using var sent = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(sent, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write("{}"u8);
        using var inflater = new ZlibInflater(1 << 20);
        Assert.True(inflater.TryInflate(sent.ToArray(), out var first));
        Assert.Equal("{}", Encoding.UTF8.GetString(first.Span));

        Assert.True(inflater.TryInflate(sent.ToArray(), out var second));
        Assert.Equal(0, second.Length);
    }
}
