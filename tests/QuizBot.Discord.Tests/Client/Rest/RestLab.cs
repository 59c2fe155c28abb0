using Microsoft.Extensions.Time.Testing;
using QuizBot.Discord.Client;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Rest;

/// <summary>A client whose HTTP answers and clock are the test's, and which is not connected.</summary>
internal sealed class RestLab : IDisposable
{
    public static readonly OutgoingMessage Message = new("hello", [], []);

    public static readonly OutgoingMessage WithNonce = Message with { Nonce = "n" };

    public static readonly InteractionOrigin Interaction = new(11, "secret-interaction-token", 5, 4, null, new DiscordUser(1, "ada", IsBot: false), 0);

    public RestLab() => Client = new DiscordClient(
        new DiscordClientOptions(new DiscordToken("secret-token")) { ApiBaseUrl = new Uri("http://127.0.0.1:1/api/v10") },
        Time, new FixedRandom(0.5), Log, Http, InteractionHttp, (_, _) => throw new NotSupportedException());

    public FakeTimeProvider Time { get; } = new();

    public ScriptedHandler Http { get; } = new();

    public ScriptedHandler InteractionHttp { get; } = new();

    public LogLines Log { get; } = new();

    public DiscordClient Client { get; }

    public static HttpResponseMessage Id(HttpRequestMessage request) => ScriptedHandler.Json("""{"id":"77"}""");

    /// <summary>Lets time go by until something happens.</summary>
    public async Task<TimeSpan> PassAsync(Task until, double step = 0.1)
    {
        var begun = Time.GetUtcNow();
        for (var i = 0; !until.IsCompleted; i++)
        {
            Assert.True(i < 20_000, "It never happens.");
            Time.Advance(TimeSpan.FromSeconds(step));
            // What the timers set off runs on other threads, and sets the next timers.
            await Task.WhenAny(until, Task.Delay(2, TestContext.Current.CancellationToken));
        }

        return Time.GetUtcNow() - begun;
    }

    public void Dispose()
    {
        Client.Dispose();
        Assert.DoesNotContain("secret", Log.Text, StringComparison.Ordinal);
    }
}
