using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Control;

public sealed class ControlTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_SeesWhatTheBotPostedAndReacts()
    {
        await using var town = await Town.BuildAsync();
        using var http = new HttpClient { BaseAddress = new(town.Discord.HttpUrl) };
        var message = await town.PostAsync("the question");

        var answer = await http.PostAsJsonAsync("/_control/react", new { member = $"{town.Ada.Id}", message = $"{message.Id}", emoji = "✅" }, Cancel);
        var state = await http.GetFromJsonAsync<JsonElement>("/_control/state", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = state.GetProperty("guilds")[0].GetProperty("channels")[0].GetProperty("messages")[0];
        Assert.Equal("the question", shown.GetProperty("content").GetProperty("text").GetString());
        Assert.Equal($"{town.Ada.Id}", shown.GetProperty("reactions")[0].GetProperty("users")[0].GetString());
    }

    [Theory]
    [InlineData("react", "{}", "member")]
    [InlineData("react", """{"member": "x"}""", "no id")]
    [InlineData("react", """{"member": "5"}""", "no such member")]
    [InlineData("spoil-requests", """{"kind": "eaten"}""", "DoneThenDropped")]
    [InlineData("react", "[", "no JSON")]
    public async Task Request_ThatCannotBeDone_SaysHowItCan(string verb, string body, string word)
    {
        await using var town = await Town.BuildAsync();
        using var http = new HttpClient { BaseAddress = new(town.Discord.HttpUrl) };

        using var answer = await http.PostAsync($"/_control/{verb}", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(word, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnotherOrigin_CannotDriveIt()
    {
        await using var town = await Town.BuildAsync();
        using var http = new HttpClient { BaseAddress = new(town.Discord.HttpUrl) };

        using var answer = await http.PostAsync("/_control/drop", new StringContent("{}", Encoding.UTF8, "text/plain"), Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Page_IsServed()
    {
        await using var town = await Town.BuildAsync();
        using var http = new HttpClient { BaseAddress = new(town.Discord.HttpUrl) };

        Assert.Contains("Emulated Discord", await http.GetStringAsync("/_control/", Cancel), StringComparison.Ordinal);
    }
}
