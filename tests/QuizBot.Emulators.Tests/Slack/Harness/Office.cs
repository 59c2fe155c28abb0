using Microsoft.Extensions.Time.Testing;
using QuizBot.Emulators.Slack;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Judging;

namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>
/// An emulated Slack with one workspace, one channel, an admin and a member, on a clock that the test moves. When it closes,
/// everything that the emulator said is held against Slack's samples, where they are at hand.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    private Office(SlackEmulator slack, FakeTimeProvider time)
    {
        Slack = slack;
        Time = time;
        Workspace = slack.AddWorkspace("Acme");
        Ada = slack.AddMember(Workspace, "ada", MemberRole.Admin);
        Bashir = slack.AddMember(Workspace, "bashir");
        Channel = slack.AddChannel(Workspace, "general", Ada, members: [Bashir]);
        Wire = new(slack, Workspace.BotToken);
    }

    public SlackEmulator Slack { get; }

    public FakeTimeProvider Time { get; }

    public ApiClient Wire { get; }

    public EmulatedWorkspace Workspace { get; }

    public EmulatedApp App => Workspace.App;

    public EmulatedChannel Channel { get; }

    /// <summary>An admin.</summary>
    public EmulatedMember Ada { get; }

    public EmulatedMember Bashir { get; }

    public static Task<Office> OpenAsync() => OpenAsync(new() { RateLimits = SlackRateLimits.None });

    public static async Task<Office> OpenAsync(SlackEmulatorOptions options)
    {
        var time = new FakeTimeProvider(new(2025, 11, 24, 9, 0, 0, TimeSpan.Zero));
        return new(await SlackEmulator.StartAsync(options, time, TestContext.Current.CancellationToken), time);
    }

    /// <summary>The bot posts, and the emulator has it.</summary>
    public async Task<EmulatedMessage> PostAsync(object? more = null)
    {
        var reply = (await Wire.CallAsync("chat.postMessage", Merge(new { channel = Channel.Id, text = "A question" }, more))).AssertOk();
        return Channel.Messages.Single(message => message.Ts == reply["ts"].GetString());
    }

    /// <summary>A message with one button.</summary>
    public Task<EmulatedMessage> PostButtonAsync(string actionId = "go", string value = "1") => PostAsync(new
    {
        blocks = new[] { Kit.Actions(Kit.Button("Go", actionId, value)) },
    });

    public Task<Reply> UpdateAsync(EmulatedMessage message, object more) =>
        Wire.CallAsync("chat.update", Merge(new { channel = Channel.Id, ts = message.Ts }, more));

    /// <summary>Opens a Socket Mode connection.</summary>
    public Task<SocketApp> ConnectAsync(bool acknowledges = true) => SocketApp.ConnectAsync(this, acknowledges);

    /// <summary>A call with the app-level token.</summary>
    public async Task<Reply> OpenConnectionAsync()
    {
        using var wire = new ApiClient(Slack, App.AppToken);
        return await wire.CallAsync("apps.connections.open");
    }

    public async ValueTask DisposeAsync()
    {
        Wire.Dispose();
        var differences = Samples.Judge(Slack);
        await Slack.DisposeAsync();
        Assert.True(differences.Count == 0, "Not as in Slack's samples:\n" + string.Join('\n', differences));
    }

    internal static Dictionary<string, object?> Merge(object first, object? second)
    {
        var all = new Dictionary<string, object?>();
        foreach (var part in (object?[])[first, second])
            foreach (var property in part?.GetType().GetProperties() ?? [])
                all[property.Name] = property.GetValue(part);
        return all;
    }
}
