using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Interactions;

public sealed class PressTests
{
    [Fact]
    public async Task Press_OnAMessage_SaysWhoWhatAndWhere()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var message = await office.PostButtonAsync("answer", "2");

        var press = office.Slack.Press(office.Ada, message, "answer");
        var payload = (await app.HearAsync("interactive")).GetProperty("payload");

        var action = payload.GetProperty("actions")[0];
        Assert.Equal(("block_actions", "answer", "2", "button"), (payload.GetProperty("type").GetString(), action.GetProperty("action_id").GetString(),
            action.GetProperty("value").GetString(), action.GetProperty("type").GetString()));
        Assert.Equal((office.Ada.Id, message.Ts, office.Channel.Id), (payload.GetProperty("user").GetProperty("id").GetString(),
            payload.GetProperty("container").GetProperty("message_ts").GetString(), payload.GetProperty("channel").GetProperty("id").GetString()));
        Assert.Equal(message.Ts, payload.GetProperty("message").GetProperty("ts").GetString());
        Assert.Equal(press.ResponseUrl!.ToString(), payload.GetProperty("response_url").GetString());
        Assert.True((await press.Outcome).IsAcknowledged);
    }

    [Fact]
    public async Task Press_OnAnEphemeralMessage_DoesNotTellOfTheMessage()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        (await office.Wire.CallAsync("chat.postEphemeral", new { channel = office.Channel.Id, user = office.Ada.Id, text = "x", blocks = new[] { Kit.Actions(Kit.Button("Go", "go")) } })).AssertOk();
        var message = Assert.Single(office.Channel.EphemeralFor(office.Ada));

        office.Slack.Press(office.Ada, message, "go");
        var payload = (await app.HearAsync("interactive")).GetProperty("payload");

        Assert.True(payload.GetProperty("container").GetProperty("is_ephemeral").GetBoolean());
        Assert.False(payload.TryGetProperty("message", out _));
        Assert.Throws<InvalidOperationException>(() => office.Slack.Press(office.Bashir, message, "go"));
    }

    [Fact]
    public async Task Press_OnAMenu_SaysWhatWasChosen()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var message = await office.PostAsync(new
        {
            blocks = new[] { Kit.Actions(new { type = "static_select", action_id = "pick", options = new[] { new { text = Kit.Plain("A"), value = "a" }, new { text = Kit.Plain("B"), value = "b" } } }) },
        });

        office.Slack.Press(office.Ada, message, "pick", "b");

        Assert.Equal("b", (await app.HearAsync("interactive")).GetProperty("payload").GetProperty("actions")[0].GetProperty("selected_option").GetProperty("value").GetString());
        Assert.Throws<InvalidOperationException>(() => office.Slack.Press(office.Ada, message, "pick", "c"));
        Assert.Throws<InvalidOperationException>(() => office.Slack.Press(office.Ada, message, "nothing"));
    }

    [Fact]
    public async Task Press_InAnAttachment_IsFoundThere()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var message = await office.PostAsync(new { attachments = new[] { new { color = "#36a64f", blocks = new[] { Kit.Actions(Kit.Button("Go", "go", "7")) } } } });

        office.Slack.Press(office.Ada, message, "go");

        Assert.Equal("7", (await app.HearAsync("interactive")).GetProperty("payload").GetProperty("actions")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Press_Forged_CarriesWhatNoButtonHas()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var message = await office.PostButtonAsync();

        office.Slack.PressForged(office.Ada, message, "other", "' or 1=1");

        var action = (await app.HearAsync("interactive")).GetProperty("payload").GetProperty("actions")[0];
        Assert.Equal(("other", "' or 1=1"), (action.GetProperty("action_id").GetString(), action.GetProperty("value").GetString()));
    }
}
