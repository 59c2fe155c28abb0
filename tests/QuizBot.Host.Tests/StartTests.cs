using System.Net;
using System.Text.Json.Nodes;
using QuizBot.Host.Tests.Processes;
using QuizBot.Host.Tests.Wire;

namespace QuizBot.Host.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Run_EmptyFolder_TodaysQuestionStandsInTeam()
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await using var page = new Page(house.Address, "bashir");

        var question = await page.SeesAsync(m => m.Channel == "team" && m.Summary.StartsWith("Question of the day", StringComparison.Ordinal) && m.Reactions.Count > 1);
        Assert.Equal("quizbot", question.Author);
        Assert.Equal(question.Choices.Count, question.Reactions.Count);
        await page.SeesAsync(m => m.Channel == "interview" && m.Summary.StartsWith("Interview prompt of the day", StringComparison.Ordinal));
        await page.SeesAsync(m => m.Channel == "quiz");
        Assert.Contains($"The playground is at {house.Address.GetLeftPart(UriPartial.Authority)}", await host.SaysAsync("open it in a browser"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Up_HealthAndMetricsAnswer()
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await host.SaysAsync("Posted round 1");

        using var live = await host.GetAsync("health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var answer = await host.GetAsync("metrics");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        var metrics = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("(?m)^# TYPE quizbot_[a-z_]+ (counter|gauge|histogram)$", metrics);
        Assert.Matches("(?m)^quizbot_rounds_posted_total\\{.*kind=\"daily\".*\\} 2( |$)", metrics);
        Assert.DoesNotContain("error", string.Join('\n', host.Errors.All), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Run_SimpleLog_OneReadableLineAnEvent()
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await host.SaysAsync("Posted round 2");

        await host.EndAsync(Signal.Terminate);

        Assert.All(host.Output.All, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn): QuizBot\.", line));
        Assert.Empty(host.Errors.All);
    }

    [Fact]
    public async Task Run_JsonLog_OneObjectALine()
    {
        await using var house = new House();
        house.Settings["Logging__Console__FormatterName"] = "json";
        await using var host = await house.StartAsync();
        await host.SaysAsync("Posted round 2");

        await host.EndAsync(Signal.Terminate);

        Assert.NotEmpty(host.Output.All);
        Assert.All(host.Output.All, line =>
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            Assert.NotNull(entry["Timestamp"]);
            Assert.NotNull(entry["LogLevel"]);
            Assert.NotNull(entry["Message"]);
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task Run_Signal_EndsWithZero(int signal)
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await using var page = new Page(house.Address, "ada");
        await page.SeesAsync(m => m.Channel == "team");

        Assert.Equal(0, await host.EndAsync((Signal)signal));
        Assert.DoesNotContain("   at ", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Again_NothingTwiceAndAllThere()
    {
        await using var house = new House();
        IReadOnlyList<string> first, second;
        await using (var host = await house.StartAsync())
        await using (var page = new Page(house.Address, "chioma"))
        {
            var question = await page.SeesAsync(m => m.Channel == "team" && m.Reactions.Count > 1);
            await page.SeesAsync(m => m.Channel == "quiz");
            await page.ReactAsync(question.Id, question.Reactions.Keys.First());
            Assert.Equal(0, await host.EndAsync(Signal.Terminate));
            first = Rows(house);
        }

        await using (var host = await house.StartAsync())
        {
            await host.SaysAsync("open it in a browser");
            await using var page = new Page(house.Address, "ada");
            await page.SeesAsync(m => m.Channel == "team");
            Assert.Equal(0, await host.EndAsync(Signal.Terminate));
            second = Rows(house);
        }

        Assert.Contains(first, row => row.StartsWith("answer|1|", StringComparison.Ordinal));
        Assert.Equal(first, second);
    }

    private static List<string> Rows(House house)
    {
        using var chat = house.OpenChat();
        using var database = house.OpenDatabase();
        return
        [
            .. chat.Texts("select 'message', id, channel, summary, content from messages order by id"),
            .. chat.Texts("select 'reaction', message, member, emoji from reactions order by message, member, emoji"),
            .. database.Texts("select 'round', id, status, message_id from rounds order by id"),
            .. database.Texts("select 'answer', round_id, member_id, choice, marks from answers order by round_id"),
        ];
    }
}
