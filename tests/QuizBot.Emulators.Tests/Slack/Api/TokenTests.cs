using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class TokenTests
{
    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-wrong", "invalid_auth")]
    public async Task Call_WithoutAValidToken_IsRefused(string? token, string error)
    {
        await using var office = await Office.OpenAsync();
        office.Wire.Token = token;

        (await office.Wire.CallAsync("auth.test")).AssertRefused(error);
    }

    [Fact]
    public async Task Call_WithTheTokenInTheBody_IsTakenButNotInTheQuery()
    {
        await using var office = await Office.OpenAsync();
        office.Wire.Token = null;

        (await office.Wire.CallAsync("auth.test", new { token = office.Workspace.BotToken })).AssertOk();
        (await office.Wire.GetAsync($"auth.test?token={office.Workspace.BotToken}")).AssertRefused("not_authed");
        (await office.Wire.CallAsync("apps.connections.open", new { token = office.App.AppToken })).AssertRefused("not_authed");
    }

    [Fact]
    public async Task Call_WithTheWrongKindOfToken_IsRefused()
    {
        await using var office = await Office.OpenAsync();

        (await office.Wire.CallAsync("apps.connections.open")).AssertRefused("not_allowed_token_type");
        office.Wire.Token = office.App.AppToken;
        (await office.Wire.CallAsync("conversations.list")).AssertRefused("not_allowed_token_type");
    }

    [Fact]
    public async Task Call_AfterTheTokenWasRevoked_IsRefusedUntilTheAppIsInstalledAgain()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.RevokeToken(office.Workspace);

        (await office.Wire.CallAsync("auth.test")).AssertRefused("token_revoked");
        office.Slack.Install(office.Workspace);
        (await office.Wire.CallAsync("auth.test")).AssertRefused("invalid_auth");
        office.Wire.Token = office.Workspace.BotToken;
        (await office.Wire.CallAsync("auth.test")).AssertOk();
    }

    [Fact]
    public async Task Call_AfterTheAppWasRemoved_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Uninstall(office.Workspace);

        (await office.Wire.CallAsync("auth.test")).AssertRefused("account_inactive");
    }

    [Fact]
    public async Task AuthTest_WithAToken_SaysWhoAndWhatItMay()
    {
        await using var office = await Office.OpenAsync();

        var reply = (await office.Wire.CallAsync("auth.test")).AssertOk();

        Assert.Equal(office.Workspace.Id, reply["team_id"].GetString());
        Assert.Equal(office.Workspace.Bot.Id, reply["user_id"].GetString());
        Assert.Equal(office.Workspace.Bot.BotId, reply["bot_id"].GetString());
        Assert.Contains("chat:write", reply.Header("x-oauth-scopes").Split(','));
    }

    [Fact]
    public async Task AuthTest_OfTwoWorkspaces_TellsThemApart()
    {
        await using var office = await Office.OpenAsync();
        var other = office.Slack.AddWorkspace("Beta");
        using var wire = new ApiClient(office.Slack, other.BotToken);

        Assert.Equal(other.Id, (await wire.CallAsync("auth.test"))["team_id"].GetString());
        (await wire.CallAsync("conversations.info", new { channel = office.Channel.Id })).AssertRefused("channel_not_found");
        Assert.NotEqual(office.App.SigningSecret, other.App.SigningSecret);
    }

    [Theory]
    [InlineData("chat.postMessage", "chat:write")]
    [InlineData("reactions.add", "reactions:write")]
    [InlineData("reactions.get", "reactions:read")]
    [InlineData("users.info", "users:read")]
    [InlineData("conversations.info", "channels:read")]
    [InlineData("conversations.history", "channels:history")]
    [InlineData("conversations.open", "im:write")]
    public async Task Call_WithoutItsScope_NamesWhatIsNeeded(string method, string scope)
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        office.Workspace.Scopes = office.Workspace.Scopes.Where(one => one != scope).ToHashSet();

        var reply = await office.Wire.CallAsync(method, new { channel = office.Channel.Id, text = "x", timestamp = message.Ts, name = "one", user = office.Ada.Id, users = office.Ada.Id });

        reply.AssertRefused("missing_scope");
        Assert.Equal(scope, reply["needed"].GetString());
        Assert.DoesNotContain(scope, reply["provided"].GetString()!.Split(','));
    }
}
