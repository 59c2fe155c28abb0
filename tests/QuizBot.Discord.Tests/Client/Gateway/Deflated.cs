using System.IO.Compression;
using System.Text;

namespace QuizBot.Discord.Tests.Client.Gateway;

/// <summary>Deflates messages as Discord does: one stream a connection, flushed after each.</summary>
internal sealed class Deflated : IDisposable
{
    private readonly MemoryStream sent = new();
    private readonly ZLibStream zlib;

    public Deflated() => zlib = new ZLibStream(sent, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Message(string json) => Message(Encoding.UTF8.GetBytes(json));

    public byte[] Message(ReadOnlySpan<byte> json)
    {
        sent.SetLength(0);
        zlib.Write(json);
        zlib.Flush();
        return sent.ToArray();
    }

    public void Dispose() => zlib.Dispose();
}
