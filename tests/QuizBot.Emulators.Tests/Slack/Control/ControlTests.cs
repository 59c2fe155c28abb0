using System.Net.Http.Json;
using System.Text.Json;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Control;

/// <summary>What a person or a script can do over HTTP.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task Verbs_OfMembers_DoWhatTheySay()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        app.Answer = payload => payload.TryGetProperty("command", out _) ? new { text = "Hello" } : null;
        var message = await office.PostButtonAsync();
        var where = new { member = office.Ada.Id, channel = "general" };

        var (_, used) = await DoAsync(office, "command", Office.Merge(where, new { line = "/quiz" }));
        var (_, pressed) = await DoAsync(office, "press", new { member = "ada", message = message.Ts, actionId = "go" });
        await DoAsync(office, "react", new { member = "ada", message = message.Ts, name = "one" });
        await DoAsync(office, "say", Office.Merge(where, new { text = "hi" }));
        await DoAsync(office, "home", new { member = "ada" });

        Assert.Equal("Hello", used.GetProperty("responses")[0].GetProperty("text").GetString());
        Assert.Equal("Acknowledged", pressed.GetProperty("state").GetString());
        Assert.Equal([office.Ada.Id], message.WhoReacted("one"));
        Assert.Equal("hi", office.Channel.Messages[^1].Text);
    }

    [Fact]
    public async Task State_ShowsWhatThereIs()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostButtonAsync();
        using var client = new HttpClient();

        var state = await client.GetFromJsonAsync<JsonElement>(office.Slack.HttpUrl + "/_control/state", TestContext.Current.CancellationToken);

        Assert.Equal(office.Workspace.BotToken, state.GetProperty("workspaces")[0].GetProperty("botToken").GetString());
        Assert.Equal(message.Ts, state.GetProperty("workspaces")[0].GetProperty("channels")[0].GetProperty("messages")[0].GetProperty("ts").GetString());
        Assert.Contains("Emulated Slack", await client.GetStringAsync(new Uri(office.Slack.HttpUrl + "/_control/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_OfFaults_SwitchThem()
    {
        await using var office = await Office.OpenAsync();

        await DoAsync(office, "spoil-requests", new { kind = "refused", method = "auth.test", error = "internal_error" });
        (await office.Wire.CallAsync("auth.test")).AssertRefused("internal_error");
        await DoAsync(office, "spoil-requests", new { kind = "refused", status = 429 });
        await DoAsync(office, "clear-faults", new { });

        (await office.Wire.CallAsync("auth.test")).AssertOk();
    }

    [Theory]
    [InlineData("react", """{"member":"nobody"}""", "There is no such member.")]
    [InlineData("react", """{"member":"ada"}""", "Say \"message\" in the body.")]
    [InlineData("command", """{"member":"ada","channel":"nowhere","line":"/x"}""", "There is no such channel.")]
    [InlineData("dance", "{}", "POST one of")]
    public async Task Verb_ThatCannotBeDone_SaysWhy(string verb, string body, string why)
    {
        await using var office = await Office.OpenAsync();

        var (ok, answer) = await DoAsync(office, verb, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.False(ok);
        Assert.Contains(why, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(bool Ok, JsonElement Answer)> DoAsync(Office office, string verb, object body)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync($"{office.Slack.HttpUrl}/_control/{verb}", body, TestContext.Current.CancellationToken);
        return (response.IsSuccessStatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
