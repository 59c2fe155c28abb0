using System.Net;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class RestPumpTests : IDisposable
{
    private readonly RestLab lab = new();

    private static CancellationToken Given => TestContext.Current.CancellationToken;

    public static TheoryData<HttpRequestError, bool> Troubles => new()
    {
        { HttpRequestError.ConnectionError, false },
        { HttpRequestError.NameResolutionError, false },
        { HttpRequestError.SecureConnectionError, false },
        { HttpRequestError.ResponseEnded, true },
        { HttpRequestError.Unknown, true },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task PostAsync_WithoutNonce_IsRepeatedOnlyIfItCertainlyDidNotHappen(HttpRequestError error, bool mayHaveHappened)
    {
        lab.Http.ThenThrow(new HttpRequestException(error, "trouble")).Then(RestLab.Id);

        var posting = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        await lab.PassAsync(posting);

        var result = await posting;
        Assert.Equal(mayHaveHappened ? 1 : 2, lab.Http.Count);
        Assert.Equal(mayHaveHappened, result.Failure?.MayHaveHappened ?? false);
        Assert.Equal(mayHaveHappened ? 0ul : 77ul, result.Value);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(524)]
    public async Task PostAsync_DiscordIsBroken_IsRepeatedOnlyWithNonce(int status)
    {
        lab.Http.Default = _ => new HttpResponseMessage((HttpStatusCode)status);
        var once = await lab.Client.PostAsync(4, RestLab.Message, Given);
        Assert.Equal((status, true, 1), (once.Failure!.Status, once.Failure.MayHaveHappened, lab.Http.Count));

        lab.Http.Then(_ => new HttpResponseMessage((HttpStatusCode)status)).Then(_ => new HttpResponseMessage((HttpStatusCode)status)).Then(RestLab.Id);
        var posting = lab.Client.PostAsync(4, RestLab.WithNonce, Given).AsTask();
        await lab.PassAsync(posting);

        Assert.Equal(77ul, (await posting).Value);
        Assert.Equal(4, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_DiscordStaysBroken_IsGivenUpAsDoubtful()
    {
        lab.Http.Default = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);

        var posting = lab.Client.PostAsync(4, RestLab.WithNonce, Given).AsTask();
        await lab.PassAsync(posting);

        var failure = (await posting).Failure!;
        Assert.Equal((502, true), (failure.Status, failure.MayHaveHappened));
        Assert.Equal(5, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_FirstAttemptDoubtfulThenRefused_StaysDoubtful()
    {
        lab.Http.Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)).Then(_ => ScriptedHandler.Json("""{"message":"Missing Access","code":50001}""", HttpStatusCode.Forbidden));

        var posting = lab.Client.PostAsync(4, RestLab.WithNonce, Given).AsTask();
        await lab.PassAsync(posting);

        var failure = (await posting).Failure!;
        Assert.Equal((403, 50001, true), (failure.Status, failure.Code, failure.MayHaveHappened));
    }

    [Fact]
    public async Task PostAsync_NoAnswer_IsGivenUpAfterAWhileAsDoubtful()
    {
        lab.Http.ThenAsync(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return null!;
        });

        var posting = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        var took = await lab.PassAsync(posting, 1);

        Assert.InRange(took, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));
        Assert.True((await posting).Failure!.MayHaveHappened);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task PostAsync_RateLimited_WaitsAsToldAndIsSentAgain(string scope)
    {
        lab.Http.Then(_ => ScriptedHandler.Limited(3.5, scope: scope)).Then(RestLab.Id);

        var posting = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        var took = await lab.PassAsync(posting);

        Assert.InRange(took, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(5));
        Assert.Equal(77ul, (await posting).Value);
    }

    [Fact]
    public async Task PostAsync_OneChannelLimited_OthersGoOn()
    {
        lab.Http.Then(_ => ScriptedHandler.Limited(30)).Then(RestLab.Id);
        var limited = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        await lab.Log.ContainsAsync("Discord limits post (this call)");

        Assert.Equal(77ul, (await lab.Client.PostAsync(5, RestLab.Message, Given)).Value);
        Assert.False(limited.IsCompleted);
    }

    [Fact]
    public async Task PostAsync_AllLimited_EverythingWaits()
    {
        lab.Http.Default = RestLab.Id;
        lab.Http.Then(_ => ScriptedHandler.Limited(10, global: true, scope: "global", bucket: null));
        var first = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        await lab.Log.ContainsAsync("Discord limits post (all calls)");

        var other = lab.Client.PostAsync(5, RestLab.Message, Given).AsTask();

        Assert.True(await lab.PassAsync(Task.WhenAll(first, other), 0.5) >= TimeSpan.FromSeconds(10));
        Assert.Equal(3, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_LimitedForLong_SaysHowLongInsteadOfWaiting()
    {
        lab.Http.Then(_ => ScriptedHandler.Limited(600));

        var result = await lab.Client.PostAsync(4, RestLab.Message, Given);

        Assert.Equal((429, false), (result.Failure!.Status, result.Failure.MayHaveHappened));
        Assert.InRange(result.Failure.RetryAfter!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.01));
        var again = await lab.Client.PostAsync(4, RestLab.Message, Given);
        Assert.InRange(again.Failure!.RetryAfter!.Value, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.01));
        Assert.Equal(1, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_ProxyBans_StopsAllCallsAndSaysSo()
    {
        lab.Http.Then(_ =>
        {
            var page = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("<html>banned</html>") };
            page.Headers.Add("Retry-After", "3600");
            return page;
        });
        await lab.Client.PostAsync(4, RestLab.Message, Given);

        var other = await lab.Client.GetGuildAsync(5, Given);

        Assert.InRange(other.Failure!.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(1, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_LimitKnown_WaitsBeforeRatherThanBeRefused()
    {
        lab.Http.Default = _ => ScriptedHandler.With(RestLab.Id(null!), "b", 5, 4, 5);
        lab.Http.Then(_ => ScriptedHandler.With(RestLab.Id(null!), "b", 5, 0, 4));
        await lab.Client.PostAsync(4, RestLab.Message, Given);

        var second = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        await lab.Client.PostAsync(5, RestLab.Message, Given);
        Assert.False(second.IsCompleted);

        Assert.InRange(await lab.PassAsync(second), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task PostAsync_GivenUpWhileWaiting_IsNeverSent()
    {
        lab.Http.Then(_ => ScriptedHandler.With(RestLab.Id(null!), "b", 5, 0, 4)).Then(RestLab.Id);
        await lab.Client.PostAsync(4, RestLab.Message, Given);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Given);
        var second = lab.Client.PostAsync(4, RestLab.Message with { Content = "second" }, giveUp.Token).AsTask();
        var third = lab.Client.PostAsync(4, RestLab.Message with { Content = "third" }, Given).AsTask();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await lab.PassAsync(third);
        await lab.Http.SeenAsync();
        Assert.Contains("third", (await lab.Http.SeenAsync()).Body, StringComparison.Ordinal);
        Assert.Equal(2, lab.Http.Count);
    }

    [Fact]
    public async Task PostAsync_GivenUpUnderWay_FreesItsChannel()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Given);
        lab.Http.ThenAsync(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return null!;
        }).Then(RestLab.Id);
        var first = lab.Client.PostAsync(4, RestLab.Message, giveUp.Token).AsTask();
        await lab.Http.SeenAsync();
        var second = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(77ul, (await second).Value);
    }

    [Fact]
    public async Task Calls_TokenRefused_NothingIsSentAnyMore()
    {
        lab.Http.Then(_ => ScriptedHandler.Json("""{"message":"401: Unauthorized","code":0}""", HttpStatusCode.Unauthorized));

        Assert.Equal(401, (await lab.Client.PostAsync(4, RestLab.Message, Given)).Failure!.Status);
        Assert.Equal(401, (await lab.Client.GetChannelAsync(4, Given)).Failure!.Status);
        Assert.Equal(1, lab.Http.Count);
    }

    [Fact]
    public async Task Calls_ThousandRefused_StopLongBeforeABan()
    {
        lab.Http.Default = _ => ScriptedHandler.Json("""{"message":"Missing Access","code":50001}""", HttpStatusCode.Forbidden);
        DiscordFailure? failure = null;
        var calls = 0;
        while (failure?.Status != 429)
        {
            var call = lab.Client.GetChannelAsync((ulong)++calls, Given).AsTask();
            await lab.PassAsync(call, 0.03);
            failure = (await call).Failure;
        }

        Assert.Equal(1000, lab.Http.Count);
        Assert.Contains("refused 1000 requests in ten minutes", lab.Log.Text, StringComparison.Ordinal);
        Assert.True(failure.RetryAfter > TimeSpan.FromMinutes(5));
        Assert.Single(lab.Log.All, l => l.Line.Contains("ten minutes", StringComparison.Ordinal));

        lab.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(403, (await lab.Client.GetChannelAsync(4, Given)).Failure!.Status);
    }

    [Fact]
    public async Task Calls_AnswerMakesNoSense_IsAFailureAndNoException()
    {
        foreach (var body in (string[])["", "{", "[]", "null", """{"id":"99999999999999999999"}""", """{"id":"77"}x"""])
        {
            lab.Http.Then(_ => ScriptedHandler.Json(body));
            var result = await lab.Client.PostAsync(4, RestLab.Message, Given);
            Assert.True(result.Failure!.MayHaveHappened);
            Assert.Contains("makes no sense", result.Failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calls_AnswerIsHuge_IsAFailure()
    {
        lab.Http.Default = _ => ScriptedHandler.Json(new string('x', 5 << 20));

        var call = lab.Client.GetChannelAsync(4, Given).AsTask();
        await lab.PassAsync(call);

        Assert.Equal("0 The answer is too large.", (await call).Failure!.ToString());
    }

    [Fact]
    public async Task Calls_AnswerHoldsTheToken_ItIsHidden()
    {
        lab.Http.Default = _ => ScriptedHandler.Json("""{"message":"bad token secret-token","code":1}""", HttpStatusCode.BadRequest);

        Assert.Equal("400/1 bad token (token)", (await lab.Client.GetChannelAsync(4, Given)).Failure!.ToString());
    }

    [Fact]
    public async Task StartThreadAsync_AnswerWasLost_FindsItStarted()
    {
        lab.Http.Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)).Then(_ => ScriptedHandler.Json("""{"message":"exists","code":160004}""", HttpStatusCode.BadRequest));
        var starting = lab.Client.StartThreadAsync(4, 9, "talk", Given).AsTask();
        await lab.PassAsync(starting);
        Assert.Equal(9ul, (await starting).Value);

        lab.Http.Then(_ => ScriptedHandler.Json("""{"message":"exists","code":160004}""", HttpStatusCode.BadRequest));
        Assert.Equal(160004, (await lab.Client.StartThreadAsync(4, 9, "talk", Given)).Failure!.Code);
    }

    [Fact]
    public async Task Reactions_EmojiAndUser_AreInThePath()
    {
        await lab.Client.AddReactionAsync(4, 9, "1️⃣", Given);
        await lab.Client.RemoveReactionAsync(4, 9, 55, "👍", Given);

        Assert.Equal(("PUT", "/api/v10/channels/4/messages/9/reactions/1%EF%B8%8F%E2%83%A3/@me", ""), await lab.Http.SeenAsync());
        Assert.Equal(("DELETE", "/api/v10/channels/4/messages/9/reactions/%F0%9F%91%8D/55", ""), await lab.Http.SeenAsync());
    }

    [Fact]
    public async Task Dispose_CallsWait_TheyFail()
    {
        lab.Http.Then(_ => ScriptedHandler.With(RestLab.Id(null!), "b", 5, 0, 40));
        await lab.Client.PostAsync(4, RestLab.Message, Given);
        var second = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();

        lab.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => second);
    }

    public void Dispose() => lab.Dispose();
}
