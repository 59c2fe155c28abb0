using System.Net;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class InteractionCallsTests : IDisposable
{
    private static readonly InteractionAnswer Answer = new InteractionAnswer.DeferMessage(Ephemeral: true);

    private readonly RestLab lab = new();

    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnswerAsync_OtherCallsAreBlocked_IsSentAtOnceWithoutToken()
    {
        lab.Http.Then(_ => ScriptedHandler.Limited(30, global: true, scope: "global"));
        string? authorization = "none seen";
        lab.InteractionHttp.Then(request =>
        {
            authorization = request.Headers.Authorization?.ToString();
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        });
        var post = lab.Client.PostAsync(4, RestLab.Message, Given).AsTask();
        await lab.Log.ContainsAsync("Discord limits");

        Assert.True((await lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given)).IsDone);

        Assert.Null(authorization);
        Assert.Equal(("POST", "/api/v10/interactions/11/secret-interaction-token/callback", """{"type":5,"data":{"flags":64}}"""), await lab.InteractionHttp.SeenAsync());
        Assert.False(post.IsCompleted);
    }

    [Fact]
    public async Task AnswerAsync_NeverSent_IsTriedOnceMore()
    {
        lab.InteractionHttp.ThenThrow(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).ThenThrow(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var answering = lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given).AsTask();
        await lab.PassAsync(answering, 0.02);

        Assert.False((await answering).Failure!.MayHaveHappened);
        Assert.Equal(2, lab.InteractionHttp.Count);
    }

    [Fact]
    public async Task AnswerAsync_FirstAnswerLost_SecondSaysItWasTaken()
    {
        lab.InteractionHttp.Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)).Then(_ => ScriptedHandler.Json("""{"message":"Interaction has already been acknowledged.","code":40060}""", HttpStatusCode.BadRequest));

        var answering = lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given).AsTask();
        await lab.PassAsync(answering, 0.02);

        Assert.True((await answering).IsDone);
    }

    [Fact]
    public async Task AnswerAsync_TwiceByTheCaller_IsAFailure()
    {
        lab.InteractionHttp.Then(_ => ScriptedHandler.Json("""{"message":"Interaction has already been acknowledged.","code":40060}""", HttpStatusCode.BadRequest));

        Assert.Equal(40060, (await lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given)).Failure!.Code);
    }

    [Fact]
    public async Task AnswerAsync_Limited_IsTriedAgainOnlyWithinThreeSeconds()
    {
        lab.InteractionHttp.Then(_ => ScriptedHandler.Limited(1));
        var answering = lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given).AsTask();
        await lab.PassAsync(answering);
        Assert.True((await answering).IsDone);

        lab.InteractionHttp.Then(_ => ScriptedHandler.Limited(5));
        Assert.Equal(429, (await lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given)).Failure!.Status);
        Assert.Equal(3, lab.InteractionHttp.Count);
    }

    [Fact]
    public async Task AnswerAsync_NoAnswer_IsGivenUpAfterThreeSeconds()
    {
        lab.InteractionHttp.ThenAsync(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return null!;
        });

        var answering = lab.Client.AnswerAsync(RestLab.Interaction, Answer, Given).AsTask();

        Assert.InRange(await lab.PassAsync(answering), TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(4));
        Assert.True((await answering).Failure!.MayHaveHappened);
    }

    [Fact]
    public async Task EditAnswerAsync_ExpiredToken_IsAFailureAndDoesNotStopTheBot()
    {
        Know();
        lab.InteractionHttp.Then(_ => ScriptedHandler.Json("""{"message":"Invalid Webhook Token","code":50027}""", HttpStatusCode.Unauthorized));

        var edited = await lab.Client.EditAnswerAsync(RestLab.Interaction, RestLab.Message, Given);

        Assert.Equal((401, 50027), (edited.Failure!.Status, edited.Failure.Code));
        lab.Http.Default = RestLab.Id;
        Assert.True((await lab.Client.PostAsync(4, RestLab.Message, Given)).IsDone);
    }

    [Fact]
    public async Task EditAnswerAsync_DiscordIsBroken_IsRepeated()
    {
        Know();
        lab.InteractionHttp.Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)).Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));

        var editing = lab.Client.EditAnswerAsync(RestLab.Interaction, RestLab.Message, Given).AsTask();
        await lab.PassAsync(editing);

        Assert.True((await editing).IsDone);
        Assert.Equal(("PATCH", "/api/v10/webhooks/9/secret-interaction-token/messages/@original"), ((await lab.InteractionHttp.SeenAsync()) is var (method, path, _) ? (method, path) : default));
        Assert.Equal(3, lab.InteractionHttp.Count);
    }

    [Fact]
    public async Task FollowUpAsync_DiscordIsBroken_IsNotRepeated()
    {
        Know();
        lab.InteractionHttp.Then(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));

        var result = await lab.Client.FollowUpAsync(RestLab.Interaction, RestLab.Message, Given);

        Assert.True(result.Failure!.MayHaveHappened);
        Assert.Equal(1, lab.InteractionHttp.Count);
    }

    public void Dispose() => lab.Dispose();

    private void Know() => lab.Http.Then(_ => ScriptedHandler.Json("""{"id":"9"}""")).Then(_ => ScriptedHandler.Json("""{"id":"1","username":"bot"}"""));
}
