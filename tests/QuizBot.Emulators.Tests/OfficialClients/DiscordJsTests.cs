using QuizBot.Emulators.Discord;

namespace QuizBot.Emulators.Tests.OfficialClients;

/// <summary>Discord.js against the emulator: what it refuses or complains of is a defect of the emulator.</summary>
public sealed class DiscordJsTests
{
    [Theory]
    [InlineData("connect.test.mjs")]
    [InlineData("messages.test.mjs")]
    [InlineData("reactions.test.mjs")]
    [InlineData("interactions.test.mjs")]
    [InlineData("threads.test.mjs")]
    [InlineData("life.test.mjs")]
    [InlineData("limits.test.mjs")]
    public Task DiscordJs_OnTheEmulator_HasNothingToSay(string file) => RunAsync(file, new() { LimitsIdentify = false });

    [Theory]
    [InlineData("resume.test.mjs")]
    [InlineData("zombie.test.mjs")]
    public Task DiscordJs_WhenTheConnectionSuffers_GoesOn(string file) =>
        RunAsync(file, new() { LimitsIdentify = false, HeartbeatInterval = TimeSpan.FromSeconds(2) });

    [Theory]
    [InlineData("connect.test.mjs")]
    [InlineData("resume.test.mjs")]
    public Task DiscordJs_WithAZlibStream_HasNothingToSay(string file) =>
        RunAsync(file, new() { LimitsIdentify = false, HeartbeatInterval = TimeSpan.FromSeconds(2) }, zlib: true);

    [Fact]
    public Task DiscordJs_WhenItStartsTwice_Waits() => RunAsync("identify.test.mjs", new());

    private static async Task RunAsync(string file, DiscordEmulatorOptions options, bool zlib = false)
    {
        var cancel = TestContext.Current.CancellationToken;
        var project = await NodeProject.OpenAsync("discord", cancel);
        await using var discord = await DiscordEmulator.StartAsync(options, TimeProvider.System, cancel);
        await project.TestAsync(file, new Dictionary<string, string>
        {
            ["EMULATOR_URL"] = discord.HttpUrl,
            ["ZLIB_STREAM"] = zlib ? "1" : "0",
        }, cancel);
    }
}
