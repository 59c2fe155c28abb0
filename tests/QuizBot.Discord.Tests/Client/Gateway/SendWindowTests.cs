using Microsoft.Extensions.Time.Testing;
using QuizBot.Discord.Client;
using QuizBot.Discord.Client.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class SendWindowTests
{
    [Fact]
    public void TryTake_FullMinute_LeavesRoomForHeartbeatsOnly()
    {
        var time = new FakeTimeProvider();
        var window = new SendWindow(new MonotonicClock(time));
        for (var i = 0; i < 100; i++)
            Assert.True(window.TryTake(always: false));

        Assert.False(window.TryTake(always: false));
        Assert.True(window.TryTake(always: true));

        time.Advance(TimeSpan.FromSeconds(60));
        Assert.True(window.TryTake(always: false));
    }
}
