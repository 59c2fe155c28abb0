using QuizBot.Discord.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class RateBucketTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(1);

    private readonly RateBucket bucket = new();

    [Fact]
    public void ReadyAt_NothingKnown_IsNow() => Assert.True(bucket.ReadyAt(Start) <= Start);

    [Fact]
    public void ReadyAt_NoneLeft_IsTheReset()
    {
        Answered(Start, remaining: 0, resetAfter: 2);

        Assert.InRange(bucket.ReadyAt(Start), Start + TimeSpan.FromSeconds(2), Start + TimeSpan.FromSeconds(2.01));
    }

    [Fact]
    public void ReadyAt_SomeLeft_IsNowUntilTheyAreTaken()
    {
        Answered(Start, remaining: 2, resetAfter: 2);
        bucket.Take();
        Assert.Equal(Start, bucket.ReadyAt(Start));
        bucket.Take();

        Assert.True(bucket.ReadyAt(Start) > Start + TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public void ReadyAt_AfterTheReset_AllowsTheWholeLimitButNoMoreUnanswered()
    {
        Answered(Start, remaining: 0, resetAfter: 2, limit: 3);
        var later = Start + TimeSpan.FromSeconds(3);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(later, bucket.ReadyAt(later));
            bucket.Take();
        }

        Assert.True(bucket.ReadyAt(later) > later);
    }

    [Fact]
    public void Learn_AnswersOvertakeEachOther_BelievesTheSmallerNumber()
    {
        bucket.Take();
        bucket.Take();
        // The second request's answer, then the first's.
        bucket.Return();
        bucket.Learn(new RateLimits { Limit = 5, Remaining = 1, ResetAfter = TimeSpan.FromSeconds(2) }, Start);
        bucket.Return();
        bucket.Learn(new RateLimits { Limit = 5, Remaining = 2, ResetAfter = TimeSpan.FromSeconds(2) }, Start);

        Assert.True(bucket.ReadyAt(Start) > Start);
    }

    [Fact]
    public void Block_Refused_WaitsAsTold()
    {
        Answered(Start, remaining: 4, resetAfter: 1);
        bucket.Block(Start + TimeSpan.FromSeconds(7));

        Assert.Equal(Start + TimeSpan.FromSeconds(7), bucket.ReadyAt(Start));
        Assert.False(bucket.IsIdle(Start));
        Assert.True(bucket.IsIdle(Start + TimeSpan.FromSeconds(8)));
    }

    private void Answered(TimeSpan now, int remaining, double resetAfter, int limit = 5)
    {
        bucket.Take();
        bucket.Return();
        bucket.Learn(new RateLimits { Limit = limit, Remaining = remaining, ResetAfter = TimeSpan.FromSeconds(resetAfter) }, now);
    }
}
