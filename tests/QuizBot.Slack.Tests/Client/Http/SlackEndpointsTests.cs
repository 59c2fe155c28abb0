using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using QuizBot.Slack.Client.Http;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Http;

public sealed class SlackEndpointsTests : IAsyncLifetime
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly Listener listener = new();
    private readonly SlackRequests requests = new(TimeProvider.System, NullLogger<SlackRequests>.Instance);
    private readonly HttpClient http = new();
    private WebApplication app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        requests.Add(Secret).Begin("T1", listener.HearAsync);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        app = builder.Build();
        app.UseRouting();
        app.MapSlack(requests, "/slack");
        await app.StartAsync(Cancellation);
        http.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Post_SignedOverItsRawBody_IsHeard()
    {
        // Spaces and an escape that no parser would write again.
        using var response = await PostAsync(SignedRequests.Json(Frames.ReactionAdded().Replace("\"one\"", "  \"\\u006fne\"", StringComparison.Ordinal), Secret, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("one", (await listener.FirstAsync<ReactionHeard>()).Reaction);
    }

    [Fact]
    public async Task Post_InPieces_IsHeard()
    {
        var request = SignedRequests.Json(Frames.Event($$"""{"type":"app_mention","user":"U1","text":"{{new string('x', 500_000)}}","ts":"1.2","channel":"C1"}"""), Secret, DateTimeOffset.UtcNow);
        using var response = await PostAsync(request, chunked: true);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await listener.FirstAsync<BotMentioned>();
    }

    [Fact]
    public async Task Post_ThatIsAnsweredWithAPayload_CarriesIt()
    {
        listener.Answer = _ => new(new SlackAcknowledgement("""{"response_action":"clear"}"""u8.ToArray()));
        using var response = await PostAsync(SignedRequests.Interaction(Frames.Submission(), Secret, DateTimeOffset.UtcNow));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"response_action":"clear"}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Post_NotUnderstood_AsksSlackNotToComeAgain()
    {
        using var response = await PostAsync(SignedRequests.Json("{}", Secret, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("X-Slack-No-Retry")));
    }

    [Fact]
    public async Task Post_Forged_IsRefusedWithoutDetail()
    {
        using var response = await PostAsync(SignedRequests.Json(Frames.ReactionAdded(), "another", DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        using var twice = new HttpRequestMessage(HttpMethod.Post, "/slack") { Content = new StringContent("{}") };
        twice.Headers.Add("X-Slack-Signature", ["v0=1", "v0=2"]);
        using var other = await http.SendAsync(twice, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_OfTenMegabytes_IsRefused(bool chunked)
    {
        try
        {
            using var response = await PostAsync(SignedRequests.Json(new string(' ', 10 << 20), Secret, DateTimeOffset.UtcNow), chunked);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server hung up while all that was still being sent.
        }

        Assert.Empty(listener.Events.All);
        using var next = await PostAsync(SignedRequests.Json(Frames.ReactionAdded(), Secret, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(SlackRequest request, bool chunked = false)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/slack") { Content = new ByteArrayContent(request.Body.ToArray()) };
        message.Headers.TransferEncodingChunked = chunked;
        message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        message.Headers.Add("X-Slack-Signature", request.Signature);
        message.Headers.Add("X-Slack-Request-Timestamp", request.Timestamp);
        return await http.SendAsync(message, Cancellation);
    }
}
