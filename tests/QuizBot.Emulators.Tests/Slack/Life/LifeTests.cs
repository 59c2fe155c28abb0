using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Life;

public sealed class LifeTests
{
    [Theory]
    [InlineData(ChannelKind.Public, "channel")]
    [InlineData(ChannelKind.Private, "group")]
    public async Task Channel_ThroughItsLife_IsToldOf(ChannelKind kind, string word)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var channel = office.Slack.AddChannel(office.Workspace, "first", office.Ada, kind);

        EmulatedDelivery[] told =
        [
            office.Slack.Rename(channel, "second"), office.Slack.Archive(channel), office.Slack.Unarchive(channel), office.Slack.RemoveBot(channel),
        ];

        Assert.All(await Task.WhenAll(told.Select(one => one.Outcome)), outcome => Assert.True(outcome.IsAcknowledged));
        Assert.Equal([$"{word}_rename", $"{word}_archive", $"{word}_unarchive", "member_left_channel"], told.Select(one => one.Type));
        await office.Slack.Deliveries.FirstAsync(one => one.Type == $"{word}_left", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(office.Workspace.Bot, channel.Members);
        Assert.Equal("second", channel.Name);
        (await office.Wire.CallAsync("conversations.info", new { channel = channel.Id })).AssertRefusedIf(kind == ChannelKind.Private, "channel_not_found");
        Assert.True((await office.Slack.InviteBot(channel, office.Ada).Outcome).IsAcknowledged);
        (await office.Wire.CallAsync("conversations.info", new { channel = channel.Id })).AssertOk();
        Assert.True((await office.Slack.DeleteChannel(channel).Outcome).IsAcknowledged);
        (await office.Wire.CallAsync("conversations.info", new { channel = channel.Id })).AssertRefused("channel_not_found");
    }

    [Fact]
    public async Task Member_WhoComesAndGoes_IsToldOf()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var gus = office.Slack.AddMember(office.Workspace, "gus");

        var joined = office.Slack.Join(gus, office.Channel, office.Ada);
        var renamed = office.Slack.Change(gus, displayName: "<b>Gus</b>", timeZone: "Asia/Tokyo");
        var left = office.Slack.Leave(gus, office.Channel);
        var gone = office.Slack.Deactivate(gus);

        Assert.All(await Task.WhenAll(joined.Outcome, renamed.Outcome, left.Outcome, gone.Outcome), outcome => Assert.True(outcome.IsAcknowledged));
        Assert.Equal(office.Ada.Id, joined.Json.GetProperty("event").GetProperty("inviter").GetString());
        Assert.Equal("Asia/Tokyo", renamed.Json.GetProperty("event").GetProperty("user").GetProperty("tz").GetString());
        Assert.True(gone.Json.GetProperty("event").GetProperty("user").GetProperty("deleted").GetBoolean());
        Assert.Contains("joined", office.Channel.AllMessages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_ThatIsRemoved_HearsItAndNothingMore()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();

        var removed = office.Slack.Uninstall(office.Workspace);

        Assert.True((await removed.Outcome).IsAcknowledged);
        Assert.Equal(["tokens_revoked", "app_uninstalled"], office.Slack.Deliveries.All.Select(one => one.Type));
        Assert.Equal(DeliveryState.Unheard, (await office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").Outcome).State);
        Assert.Equal(DeliveryState.Unheard, (await office.Slack.Mention(office.Ada, office.Channel).Outcome).State);
    }
}
