using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Socket;

public sealed class FrameStreamTests
{
    private static readonly byte[] SmallText = [0x81, 1, (byte)'x'], PongFrame = [0x8A, 0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_WhileGathering_AreOneWrite()
    {
        var (inner, other) = DuplexStream.NewPair();
        await using var stream = new FrameStream(inner, TimeProvider.System);
        stream.Gather();
        for (byte i = 0; i < 100; i++)
            await stream.WriteAsync(new[] { i }, Cancellation);
        Assert.Equal((0, 100), (inner.Writes, stream.Gathered));
        await stream.ReleaseAsync();
        Assert.Equal((1, 0), (inner.Writes, stream.Gathered));
        var read = new byte[100];
        await other.ReadExactlyAsync(read, Cancellation);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (byte)i), read);

        await stream.WriteAsync(new byte[] { 7 }, Cancellation);
        Assert.Equal(2, inner.Writes);
    }

    [Fact]
    public async Task Reads_OfManySmallFrames_AreOneRead()
    {
        var (inner, other) = DuplexStream.NewPair();
        await using var stream = new FrameStream(inner, TimeProvider.System);
        await other.WriteAsync(new byte[3000], Cancellation);
        for (var i = 0; i < 1000; i++)
            await stream.ReadExactlyAsync(new byte[3], Cancellation);
        Assert.Equal(1, inner.Reads);
    }

    [Fact]
    public async Task Silence_EndsWithAnyFrameButAPong()
    {
        var time = new FakeTimeProvider();
        var (inner, other) = DuplexStream.NewPair();
        await using var stream = new FrameStream(inner, time);
        time.Advance(TimeSpan.FromSeconds(30));
        await other.WriteAsync(PongFrame, Cancellation);
        await stream.ReadExactlyAsync(new byte[2], Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(30), stream.Silence);
        await other.WriteAsync(SmallText, Cancellation);
        await stream.ReadExactlyAsync(new byte[3], Cancellation);
        Assert.Equal(TimeSpan.Zero, stream.Silence);
    }
}
