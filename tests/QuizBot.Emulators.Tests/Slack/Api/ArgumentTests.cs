using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class ArgumentTests
{
    [Fact]
    public async Task Call_OfAMethodThatDoesNotExist_IsRefused()
    {
        await using var office = await Office.OpenAsync();

        (await office.Wire.CallAsync("chat.sing")).AssertRefused("unknown_method");
    }

    [Fact]
    public async Task Call_WithoutARequiredArgument_NamesIt()
    {
        await using var office = await Office.OpenAsync();

        var reply = await office.Wire.CallAsync("chat.postMessage", new { text = "x" });

        reply.AssertRefused("invalid_arguments");
        Assert.Equal("[ERROR] missing required field: channel", reply.Messages);
    }

    [Fact]
    public async Task JsonBody_OnAMethodThatWrites_IsTaken()
    {
        await using var office = await Office.OpenAsync();

        var reply = await office.Wire.JsonAsync("chat.postMessage", new { channel = office.Channel.Id, text = "x", blocks = new[] { Kit.Section("y") } });

        Assert.Equal("y", reply.AssertOk()["message"].GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public async Task JsonBody_OnAMethodThatReads_IsNotLookedAt()
    {
        await using var office = await Office.OpenAsync();

        (await office.Wire.JsonAsync("conversations.info", new { channel = office.Channel.Id })).AssertRefused("invalid_arguments");
        (await office.Wire.GetAsync($"conversations.info?channel={office.Channel.Id}")).AssertOk();
    }

    [Theory]
    [InlineData("{", "application/json; charset=utf-8", "invalid_json")]
    [InlineData("[]", "application/json; charset=utf-8", "json_not_object")]
    [InlineData("<x/>", "text/xml", "invalid_post_type")]
    [InlineData("channel=C1", null, "missing_post_type")]
    public async Task Body_ThatIsNone_IsRefused(string body, string? type, string error)
    {
        await using var office = await Office.OpenAsync();

        (await office.Wire.TextAsync("chat.postMessage", body, type)).AssertRefused(error);
    }

    [Theory]
    [InlineData("""{"channel":"#general","text":"x"}""", "application/json", "missing_charset")]
    [InlineData("channel=%23general&text=x", "application/x-www-form-urlencoded; charset=utf-8", "superfluous_charset")]
    public async Task Charset_MissingOrSuperfluous_IsWarnedOf(string body, string type, string warning)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(warning, (await office.Wire.TextAsync("chat.postMessage", body, type)).AssertOk()["warning"].GetString());
    }

    [Fact]
    public async Task Calls_OfAllKinds_AreRecordedWithoutTheToken()
    {
        await using var office = await Office.OpenAsync();
        await office.PostAsync();

        var call = Assert.Single(office.Slack.Calls.All);

        Assert.Equal(("chat.postMessage", office.Workspace.Id, "A question", true, 200, null),
            (call.Method, call.Workspace, call["text"], call.HasBearer, call.Status, call.Error));
        Assert.DoesNotContain(office.Workspace.BotToken, string.Join(' ', call.Arguments.Values));
        Assert.Contains("\"ok\":true", call.Answer, StringComparison.Ordinal);
    }
}
