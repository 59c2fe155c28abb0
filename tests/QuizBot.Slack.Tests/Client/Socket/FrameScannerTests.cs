using CsCheck;
using QuizBot.Slack.Client.Socket;

namespace QuizBot.Slack.Tests.Client.Socket;

public sealed class FrameScannerTests
{
    private const int Text = 1, Ping = 9, Pong = 10;

    [Theory]
    [InlineData(Text, 0, true)]
    [InlineData(Text, 126, true)]
    [InlineData(Text, 70_000, true)]
    [InlineData(Ping, 20, true)]
    [InlineData(Pong, 8, false)]
    public void Frame_OfEachKind_CountsUnlessItIsAPong(int kind, int length, bool counts)
    {
        var scanner = new FrameScanner();
        Assert.Equal(counts, scanner.Scan(Frame(kind, length, masked: false)));
    }

    [Fact]
    public void Frames_CutAnywhere_AreToldApart() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2].Select(i => new[] { Text, Ping, Pong }[i]), Gen.OneOf(Gen.Int[0, 10], Gen.Int[120, 130], Gen.Int[65_530, 65_540]), Gen.Bool).Array[1, 6], Gen.Int[1, 40_000])
            .Sample((frames, piece) =>
            {
                var bytes = frames.SelectMany(f => Frame(f.Item1, f.Item2, f.Item3)).ToArray();
                var scanner = new FrameScanner();
                var said = bytes.Chunk(piece).Count(part => scanner.Scan(part));
                Assert.Equal(frames.Any(f => f.Item1 != Pong), said > 0);
                // After whole frames the next one is seen for what it is.
                Assert.False(scanner.Scan(Frame(Pong, 3, masked: false)));
                Assert.True(scanner.Scan(Frame(Ping, 3, masked: false)));
            }, iter: 300);

    // The payload looks like heads of text frames, so that losing count would show.
    private static byte[] Frame(int kind, int length, bool masked) =>
    [
        (byte)(0x80 | kind),
        .. Length(length, masked ? 0x80 : 0),
        .. masked ? new byte[] { 0x81, 0x81, 0x81, 0x81 } : [],
        .. Enumerable.Repeat((byte)0x81, length),
    ];

    private static byte[] Length(int length, int mask) => length switch
    {
        < 126 => [(byte)(mask | length)],
        < 65_536 => [(byte)(mask | 126), (byte)(length >> 8), (byte)length],
        _ => [(byte)(mask | 127), 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };
}
