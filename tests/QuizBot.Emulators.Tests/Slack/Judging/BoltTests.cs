using QuizBot.Emulators.Slack;
using QuizBot.Emulators.Tests.OfficialClients;

namespace QuizBot.Emulators.Tests.Slack.Judging;

/// <summary>Bolt, @slack/web-api and @slack/socket-mode against the emulator: what they refuse or complain of is a defect of the emulator.</summary>
public sealed class BoltTests
{
    [Theory]
    [InlineData("connect.test.mjs")]
    [InlineData("messages.test.mjs")]
    [InlineData("reactions.test.mjs")]
    [InlineData("interactions.test.mjs")]
    [InlineData("deliveries.test.mjs")]
    [InlineData("limits.test.mjs")]
    [InlineData("http.test.mjs")]
    [InlineData("refresh.test.mjs")]
    public async Task Bolt_OnTheEmulator_HasNothingToSay(string file)
    {
        var cancel = TestContext.Current.CancellationToken;
        var project = await NodeProject.OpenAsync("slack", cancel);
        // Slack's own minutes between retries would be waited for.
        await using var slack = await SlackEmulator.StartAsync(new() { Retries = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)] }, TimeProvider.System, cancel);
        await project.TestAsync(file, new Dictionary<string, string> { ["EMULATOR_URL"] = slack.HttpUrl }, cancel);
    }
}
