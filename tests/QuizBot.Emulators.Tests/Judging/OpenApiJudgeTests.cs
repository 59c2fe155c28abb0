using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Judging;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Judging;

public sealed class OpenApiJudgeTests
{
    [Theory]
    [InlineData("POST", "/channels/{channel_id}/messages", """{"content": 6}""", 200, "answer")]
    [InlineData("POST", "/channels/{channel_id}/messages", """{"content": 5}""", 200, "/content")]
    [InlineData("GET", "/gateway/bot", "", 200, "session_start_limit")]
    [InlineData("GET", "/gateway/bot", "", 302, "not described")]
    [InlineData("GET", "/gateway/robot", "", 200, "no such route")]
    [InlineData("POST", "/channels/{channel_id}/messages", "", 400, "code")]
    public async Task Exchange_ThatIsNotAsDescribed_IsFound(string method, string route, string request, int status, string finding)
    {
        Assert.SkipUnless(OpenApiJudge.Discord is not null, OpenApiJudge.WhyAbsent);
        var violations = new List<Violation>();

        OpenApiJudge.Discord!.Judge(new(method, route, request, status, """{"url": "ws://x", "shards": 1}"""), violations);
        await OpenApiJudge.Discord.DrainAsync();

        Assert.Contains(violations, violation => violation.What.Contains(finding, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Request_ThatWasRefused_MayBeWrong()
    {
        Assert.SkipUnless(OpenApiJudge.Discord is not null, OpenApiJudge.WhyAbsent);
        var town = await Town.BuildAsync(new() { RateLimits = RateLimits.None });
        await town.Wire.PostAsync(town.Messages, new { content = 5 });

        Assert.Empty(await town.Discord.JudgeAsync());
        await town.DisposeAsync();
    }

    [Fact]
    public async Task Emulator_WithAViolation_CannotBeDisposedQuietly()
    {
        Assert.SkipUnless(OpenApiJudge.Discord is not null, OpenApiJudge.WhyAbsent);
        var town = await Town.BuildAsync(new() { RateLimits = RateLimits.None });
        // A field that Discord describes as a list, and that the emulator does not read.
        await town.Wire.PostAsync(town.Messages, new { content = "x", sticker_ids = (object?)null, attachments = (object?)null, shared_client_theme = 5 });

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await town.DisposeAsync());

        Assert.Contains("shared_client_theme", thrown.Message, StringComparison.Ordinal);
    }
}
