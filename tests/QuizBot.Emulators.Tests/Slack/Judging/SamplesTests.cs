using System.Text.Json;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Judging;

/// <summary>All that the emulator can say, against Slack's own samples.</summary>
public sealed class SamplesTests
{
    [Fact]
    public async Task Everything_TheEmulatorSays_HasTheShapeOfSlacksSamples()
    {
        Assert.SkipUnless(Samples.AreHere, "Slack's samples are not beside the repository, at ../shared/schemas/slack.");
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Workspace.Scopes = new HashSet<string>(office.Workspace.Scopes) { "im:write", "team:read", "im:read", "channels:join" };

        await CallEverythingAsync(office);
        await DoEverythingAsync(office);

        Assert.Empty(Samples.Judge(office.Slack));
        string[] wanted =
        [
            "apps.connections.open", "auth.test", "chat.postEphemeral", "chat.postMessage", "chat.update", "conversations.history", "conversations.info",
            "conversations.members", "conversations.open", "conversations.replies", "reactions.add", "reactions.get", "reactions.remove", "team.info",
            "users.info", "views.open", "views.publish", "views.update", "app_home_opened", "app_mention", "app_uninstalled", "channel_archive",
            "channel_deleted", "channel_rename", "channel_unarchive", "member_joined_channel", "member_left_channel", "reaction_added", "reaction_removed",
            "team_join", "tokens_revoked", "user_change", "block_actions", "view_submission", "view_closed", "command",
        ];
        Assert.Empty(wanted.Except(Samples.Covered(office.Slack)));
    }

    [Theory]
    [InlineData("""{"ok":true,"surprise":1}""", "test.surprise: Slack has no such key")]
    [InlineData("""{"ok":"yes"}""", "test.ok: String where Slack has False")]
    [InlineData("""{"list":[{"type":"b","x":1}]}""", "test.list[].x: Slack has no such key")]
    [InlineData("""{"list":[{"type":"c"}]}""", "test.list: Slack has no c there")]
    public void Compare_WhatSlackDoesNotHave_IsNamed(string given, string difference)
    {
        using var sample = JsonDocument.Parse("""{"ok":false,"list":[{"type":"a","x":1},{"type":"b"}],"free":{}}""");
        using var mine = JsonDocument.Parse(given);
        var differences = new List<string>();

        Shape.Compare(sample.RootElement, mine.RootElement, "test", differences);

        Assert.Equal([difference], differences);
    }

    private static async Task CallEverythingAsync(Office office)
    {
        var (wire, channel) = (office.Wire, office.Channel.Id);
        var metadata = new { event_type = "round_posted", event_payload = new { round = "1" } };
        var message = await office.PostAsync(new
        {
            metadata,
            blocks = new[]
            {
                new { type = "header", text = Kit.Plain("Question") }, Kit.Section("*Which?*"), new { type = "divider" },
                new { type = "context", elements = new[] { Kit.Plain("easy") } }, Kit.Actions(Kit.Button("One", "one")),
            },
            attachments = new[] { new { color = "#36a64f", text = "More" } },
        });
        await office.PostAsync(new { thread_ts = message.Ts });
        office.Slack.Say(office.Ada, office.Channel, "hello");
        (await wire.CallAsync("reactions.add", new { channel, timestamp = message.Ts, name = "one" })).AssertOk();
        (await wire.CallAsync("reactions.get", new { channel, timestamp = message.Ts, full = true })).AssertOk();
        (await office.UpdateAsync(message, new { text = "changed", blocks = new[] { Kit.Section("changed") } })).AssertOk();
        (await wire.CallAsync("conversations.history", new { channel, include_all_metadata = true })).AssertOk();
        (await wire.CallAsync("conversations.history", new { channel, limit = 1 })).AssertOk();
        (await wire.CallAsync("conversations.replies", new { channel, ts = message.Ts })).AssertOk();
        (await wire.CallAsync("reactions.remove", new { channel, timestamp = message.Ts, name = "one" })).AssertOk();
        (await wire.CallAsync("chat.postEphemeral", new { channel, user = office.Ada.Id, text = "psst" })).AssertOk();
        foreach (var (method, arguments) in ((string, object)[])
        [
            ("auth.test", new { }), ("team.info", new { }), ("users.info", new { user = office.Ada.Id }), ("users.info", new { user = office.Workspace.Bot.Id }),
            ("conversations.info", new { channel, include_num_members = true }), ("conversations.members", new { channel, limit = 1 }),
            ("conversations.open", new { users = office.Bashir.Id, return_im = true }), ("conversations.list", new { types = "public_channel,im" }),
            ("views.publish", new { user_id = office.Ada.Id, view = Kit.Home(Kit.Section("Hello")) }),
        ])
            (await wire.CallAsync(method, arguments)).AssertOk();
        office.Slack.Archive(office.Slack.AddChannel(office.Workspace, "old", office.Ada));
        foreach (var refused in (object[])[new { channel = "C404", text = "x" }, new { channel, text = "" }, new { channel, text = "x", blocks = "[{}]" }])
            Assert.False((await wire.CallAsync("chat.postMessage", refused)).Ok);
    }

    private static async Task DoEverythingAsync(Office office)
    {
        var (slack, ada, channel) = (office.Slack, office.Ada, office.Channel);
        var message = await office.PostButtonAsync();
        slack.React(ada, message, "two");
        slack.Unreact(ada, message, "two");
        slack.Mention(ada, channel, "hello");
        await slack.OpenHome(ada).Outcome;
        var command = slack.UseCommand(ada, channel, "/quiz @bashir");
        (await office.Wire.CallAsync("views.open", new { trigger_id = command.TriggerId, view = Kit.Modal(notifies: true) })).AssertOk();
        var view = command.Views.All.Single();
        (await office.Wire.CallAsync("views.update", new { view_id = view.Id, view = Kit.Modal("Changed", notifies: true) })).AssertOk();
        await slack.SubmitView(ada, view, ("words", "x")).Outcome;
        var press = slack.Press(ada, message, "go");
        (await office.Wire.CallAsync("views.open", new { trigger_id = press.TriggerId, view = Kit.Modal(notifies: true) })).AssertOk();
        await slack.CloseView(ada, press.Views.All.Single())!.Outcome;
        var private_ = slack.AddChannel(office.Workspace, "secret", ada, ChannelKind.Private);
        var guest = slack.AddMember(office.Workspace, "gus", MemberRole.Guest);
        slack.Welcome(guest);
        slack.Join(guest, channel, ada);
        slack.Leave(guest, channel);
        slack.Rename(channel, "lounge");
        slack.Archive(channel);
        slack.Unarchive(channel);
        slack.Rename(private_, "more-secret");
        slack.Archive(private_);
        slack.Change(guest, "Gus");
        slack.Deactivate(guest);
        slack.RemoveBot(channel);
        slack.DeleteChannel(channel);
        Assert.Equal(DeliveryState.Acknowledged, (await slack.Uninstall(office.Workspace).Outcome).State);
    }
}
