using QuizBot.Discord.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class RestQueueTests
{
    private readonly RestQueue queue = new();
    private readonly List<(RestRequest Request, TimeSpan Wait)> tooLong = [];
    private TimeSpan now = TimeSpan.FromMinutes(1);
    private TimeSpan? wake;

    [Fact]
    public void Take_ManyChannels_TakeTurns()
    {
        foreach (var (channel, path) in new[] { (1ul, "a1"), (1ul, "a2"), (1ul, "a3"), (2ul, "b1"), (3ul, "c1"), (3ul, "c2") })
            Add(RestRoutes.Post, channel, path);

        List<string> order = [];
        while (Next() is { } request)
        {
            order.Add(request.Path);
            Done(request);
        }

        Assert.Equal(["a1", "b1", "c1", "a2", "c2", "a3"], order);
    }

    [Fact]
    public void Take_OneChannel_HasOneCallUnderWay()
    {
        Add(RestRoutes.AddReaction, 1, "r1");
        Add(RestRoutes.AddReaction, 1, "r2");
        var first = Next()!;

        Assert.Null(Next());

        Done(first);
        Assert.Equal("r2", Next()!.Path);
    }

    [Fact]
    public void Take_ReactionsWait_PostsAndLookupsComeFirst()
    {
        Add(RestRoutes.AddReaction, 1, "reaction");
        Add(RestRoutes.Post, 2, "post");
        Add(RestRoutes.Member, 3, "lookup");

        Assert.Equal(["lookup", "post", "reaction"], [Next()!.Path, Next()!.Path, Next()!.Path]);
    }

    [Fact]
    public void Take_BucketIsUsedUp_WaitsForItsResetWhileOthersGoOn()
    {
        Add(RestRoutes.AddReaction, 1, "r1");
        Add(RestRoutes.AddReaction, 1, "r2");
        Add(RestRoutes.AddReaction, 2, "other");
        Done(Next()!, new RateLimits { Bucket = "x", Limit = 1, Remaining = 0, ResetAfter = TimeSpan.FromSeconds(0.25) });

        Assert.Equal("other", Next()!.Path);
        Assert.Null(Next());
        Assert.InRange(wake!.Value - now, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.26));
        now = wake.Value;
        Assert.Equal("r2", Next()!.Path);
    }

    [Fact]
    public void Take_RoutesOfOneBucket_ShareWhatIsLeft()
    {
        var shared = new RateLimits { Bucket = "shared", Limit = 2, Remaining = 1, ResetAfter = TimeSpan.FromSeconds(2) };
        Add(RestRoutes.AddReaction, 1, "add");
        Done(Next()!, shared);
        Add(RestRoutes.RemoveReaction, 1, "remove");
        Done(Next()!, shared with { Remaining = 0 });
        Add(RestRoutes.AddReaction, 1, "add 2");

        Assert.Null(Next());
        Add(RestRoutes.AddReaction, 2, "other channel");
        Assert.Equal("other channel", Next()!.Path);
    }

    [Fact]
    public void Take_WaitWouldBeTooLong_IsSaidAtOnce()
    {
        Add(RestRoutes.Post, 1, "first");
        Add(RestRoutes.Post, 1, "second");
        Add(RestRoutes.Post, 1, "third");
        Done(Next()!, new RateLimits { Bucket = "x", RetryAfter = TimeSpan.FromMinutes(10) });

        Assert.Null(Next());

        Assert.Equal(["second", "third"], tooLong.Select(t => t.Request.Path));
        Assert.All(tooLong, t => Assert.Equal(TimeSpan.FromMinutes(10), t.Wait));
        Assert.Equal(0, queue.Count);
        now += TimeSpan.FromMinutes(10);
        Add(RestRoutes.Post, 1, "later");
        Assert.Equal("later", Next()!.Path);
    }

    [Fact]
    public void Take_EverythingBlockedForLong_IsSaidAtOnce()
    {
        Add(RestRoutes.Post, 1, "post");
        queue.Pace.Block(now + TimeSpan.FromMinutes(10));

        Assert.Null(Next());
        Assert.Equal("post", Assert.Single(tooLong).Request.Path);
    }

    [Fact]
    public void Remove_WaitingCall_IsNeverTaken()
    {
        var gone = Add(RestRoutes.Post, 1, "gone");
        Add(RestRoutes.Post, 1, "stays");

        Assert.True(queue.Remove(gone));
        Assert.Equal(1, queue.Count);
        var taken = Next()!;
        Assert.Equal("stays", taken.Path);
        Assert.False(queue.Remove(taken));
    }

    [Fact]
    public void PutBack_FailedPost_GoesBeforeAllThatWait()
    {
        for (ulong channel = 1; channel <= 3; channel++)
            Add(RestRoutes.Post, channel, $"p{channel}");
        var failed = Next()!;
        queue.Return(failed, default, now);
        queue.PutBack(failed, now + TimeSpan.FromSeconds(1));
        Assert.Equal("p2", Next()!.Path);

        now += TimeSpan.FromSeconds(1);

        Assert.Equal("p1", Next()!.Path);
        Assert.Equal("p3", Next()!.Path);
    }

    [Fact]
    public void TryAdd_TooMany_IsRefused()
    {
        for (var i = 0; i < RestQueue.MostOfLane; i++)
            Add(RestRoutes.Post, 1, "x");
        Assert.False(queue.TryAdd(new RestRequest(RestRoutes.Post, 1, "x"), now));

        for (ulong channel = 2; queue.Count < RestQueue.Most; channel++)
            Add(RestRoutes.Post, channel, "x");
        Assert.False(queue.TryAdd(new RestRequest(RestRoutes.Post, 999_999, "x"), now));
    }

    [Fact]
    public void Lanes_WithNothingToDo_AreForgotten()
    {
        for (ulong channel = 1; channel <= 20_000; channel++)
        {
            Add(RestRoutes.Post, channel, "x");
            Done(Next()!, new RateLimits { Bucket = "b", Limit = 5, Remaining = 4, ResetAfter = TimeSpan.FromSeconds(5) });
            now += TimeSpan.FromMilliseconds(20);
        }

        Assert.InRange(queue.Lanes, 1, 1_500);
    }

    private RestRequest Add(RestRoute route, ulong major, string path)
    {
        var request = new RestRequest(route, major, path);
        Assert.True(queue.TryAdd(request, now));
        return request;
    }

    private RestRequest? Next() => queue.Take(now, tooLong, out wake);

    private void Done(RestRequest request, RateLimits limits = default)
    {
        queue.Return(request, limits, now);
        queue.Finish(request);
    }
}
