using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Interactions;

public sealed class ResponseUrlTests
{
    [Fact]
    public async Task Answer_IsForTheMemberOrForAll()
    {
        await using var office = await Office.OpenAsync();
        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz");

        Assert.Equal((200, "ok"), await office.Wire.PostAsync(use.ResponseUrl!, new { text = "For you" }));
        await office.Wire.PostAsync(use.ResponseUrl!, new { text = "For all", response_type = "in_channel" });

        Assert.Equal("For you", Assert.Single(office.Channel.EphemeralFor(office.Ada)).Text);
        Assert.Equal("For all", Assert.Single(office.Channel.Messages).Text);
        Assert.Equal(["For you", "For all"], use.Responses.All.Select(one => one.Text));
        Assert.All(office.Slack.Calls.All, call => Assert.Equal(("response_url", ""), (call.Method, call.Credential)));
    }

    [Fact]
    public async Task Answer_WithReplaceOriginal_ChangesTheMessage()
    {
        await using var office = await Office.OpenAsync();
        var (press, message) = await PressAsync(office);

        Assert.Equal((200, """{"ok":true}"""), await office.Wire.PostAsync(press.ResponseUrl!, new { replace_original = true, text = "Changed" }));

        Assert.Equal("Changed", message.Text);
        Assert.False(message.Content.HasBlocks);
        Assert.Empty(office.Channel.EphemeralFor(office.Ada));
    }

    [Fact]
    public async Task Answer_WithDeleteOriginal_TakesTheMessageAway()
    {
        await using var office = await Office.OpenAsync();
        var (press, message) = await PressAsync(office);

        await office.Wire.PostAsync(press.ResponseUrl!, new { delete_original = true });

        Assert.True(message.IsDeleted);
    }

    [Fact]
    public async Task Answer_BeyondFive_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz");
        for (var i = 0; i < 5; i++)
            Assert.Equal(200, (await office.Wire.PostAsync(use.ResponseUrl!, new { text = "x" })).Status);

        Assert.Equal((404, """{"ok":false,"error":"used_url"}"""), await office.Wire.PostAsync(use.ResponseUrl!, new { text = "x" }));
        Assert.Equal(5, office.Channel.EphemeralFor(office.Ada).Count);
    }

    [Fact]
    public async Task Answer_AfterHalfAnHour_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz");
        office.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(200, (await office.Wire.PostAsync(use.ResponseUrl!, new { text = "x" })).Status);

        office.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((404, """{"ok":false,"error":"expired_url"}"""), await office.Wire.PostAsync(use.ResponseUrl!, new { text = "x" }));
    }

    [Theory]
    [InlineData("nonsense", 400)]
    [InlineData("{}", 500)]
    [InlineData("""{"blocks":[{"type":"nothing"}]}""", 400)]
    [InlineData("""{"delete_original":true}""", 400)]
    public async Task Answer_OfWhatSlackRefuses_IsRefusedAndNotCounted(string body, int status)
    {
        await using var office = await Office.OpenAsync();
        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz");

        for (var i = 0; i < 6; i++)
            Assert.Equal(status, (await office.Wire.PostAsync(use.ResponseUrl!, body)).Status);
        Assert.Equal(404, (await office.Wire.PostAsync(new(use.ResponseUrl + "x"), new { text = "x" })).Status);
    }

    private static async Task<(EmulatedInteraction Press, QuizBot.Emulators.Slack.World.EmulatedMessage Message)> PressAsync(Office office)
    {
        var message = await office.PostButtonAsync();
        return (office.Slack.Press(office.Ada, message, "go"), message);
    }
}
