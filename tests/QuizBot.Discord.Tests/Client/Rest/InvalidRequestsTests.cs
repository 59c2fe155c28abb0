using QuizBot.Discord.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class InvalidRequestsTests
{
    [Fact]
    public void Pause_ATenthOfABan_StopsUntilTheOldestIsForgotten()
    {
        var invalid = new InvalidRequests();
        for (var i = 0; i < InvalidRequests.Most - 1; i++)
            invalid.Add(TimeSpan.FromSeconds(i * 0.1));
        var now = TimeSpan.FromSeconds(100);
        Assert.Equal(TimeSpan.Zero, invalid.Pause(now, InvalidRequests.Most));

        invalid.Add(now);

        Assert.Equal(TimeSpan.FromMinutes(10) - now, invalid.Pause(now, InvalidRequests.Most));
        Assert.Equal(TimeSpan.Zero, invalid.Pause(now, InvalidRequests.MostWithInteractions));
        Assert.Equal(TimeSpan.Zero, invalid.Pause(TimeSpan.FromMinutes(10), InvalidRequests.Most));
    }

    [Theory]
    [InlineData(401, false, true)]
    [InlineData(403, false, true)]
    [InlineData(429, false, true)]
    [InlineData(429, true, false)]
    [InlineData(404, false, false)]
    [InlineData(400, false, false)]
    [InlineData(200, false, false)]
    public void Counts_Answer_AsDiscordDoes(int status, bool shared, bool counts) =>
        Assert.Equal(counts, InvalidRequests.Counts(new RestAnswer(status, [], new RateLimits { Shared = shared })));
}
