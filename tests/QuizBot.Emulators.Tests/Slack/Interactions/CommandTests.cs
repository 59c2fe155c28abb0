using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Interactions;

public sealed class CommandTests
{
    [Fact]
    public async Task Command_OfAMember_SaysWhoWhereAndWhat()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();

        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz start @bashir #general <!channel> & more");
        var envelope = await app.HearAsync("slash_commands");
        var payload = envelope.GetProperty("payload");

        Assert.True(envelope.GetProperty("accepts_response_payload").GetBoolean());
        Assert.Equal($"start <@{office.Bashir.Id}|bashir> <#{office.Channel.Id}|general> &lt;!channel&gt; &amp; more", payload.GetProperty("text").GetString());
        Assert.Equal((office.Ada.Id, office.Channel.Id, "general", "/quiz"),
            (payload.GetProperty("user_id").GetString(), payload.GetProperty("channel_id").GetString(), payload.GetProperty("channel_name").GetString(), payload.GetProperty("command").GetString()));
        Assert.True((await use.Outcome).IsAcknowledged);
        Assert.Empty(office.Channel.EphemeralFor(office.Ada));
    }

    [Fact]
    public async Task Command_OfAnAppThatWantsNoIds_ComesAsItWasTyped()
    {
        await using var office = await Office.OpenAsync();
        office.App.EscapesCommands = false;
        await using var app = await office.ConnectAsync();

        office.Slack.UseCommand(office.Ada, office.Channel, "/quiz @bashir");

        Assert.Equal("@bashir", (await app.HearAsync("slash_commands")).GetProperty("payload").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(ChannelKind.Private, "privategroup")]
    [InlineData(ChannelKind.Direct, "directmessage")]
    public async Task Command_InAPrivatePlace_DoesNotNameIt(ChannelKind kind, string name)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();

        if (kind == ChannelKind.Direct)
            office.Slack.UseCommandDirectly(office.Ada, "/quiz");
        else
            office.Slack.UseCommand(office.Ada, office.Slack.AddChannel(office.Workspace, "secret", office.Ada, kind), "/quiz");

        Assert.Equal(name, (await app.HearAsync("slash_commands")).GetProperty("payload").GetProperty("channel_name").GetString());
    }

    [Fact]
    public async Task Acknowledgement_WithAMessage_IsShown()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        app.Answer = payload => payload.GetProperty("text").GetString() == "all" ? new { response_type = "in_channel", text = "For all" } : new { text = "For you" };

        await office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").Outcome;
        await office.Slack.UseCommand(office.Ada, office.Channel, "/quiz all").Outcome;

        Assert.Equal("For you", Assert.Single(office.Channel.EphemeralFor(office.Ada)).Text);
        Assert.Equal("For all", Assert.Single(office.Channel.Messages).Text);
    }

    [Fact]
    public async Task Acknowledgement_WithBlocksThatSlackRefuses_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        app.Answer = _ => new { blocks = new[] { new { type = "nothing" } } };

        var outcome = await office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").Outcome;

        Assert.Equal((DeliveryState.Refused, "invalid_blocks"), (outcome.State, outcome.Error));
        Assert.True(app.Record.IsOpen);
    }

    [Fact]
    public async Task Command_ThatTheAppDoesNotHave_CannotBeUsed()
    {
        await using var office = await Office.OpenAsync();
        office.App.Commands = new HashSet<string> { "/quiz" };
        var outsider = office.Slack.AddMember(office.Workspace, "outsider");

        Assert.Throws<InvalidOperationException>(() => office.Slack.UseCommand(office.Ada, office.Channel, "/daily"));
        Assert.Throws<InvalidOperationException>(() => office.Slack.UseCommand(outsider, office.Channel, "/quiz"));
    }
}
