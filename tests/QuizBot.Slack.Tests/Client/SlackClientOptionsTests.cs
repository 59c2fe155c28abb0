using QuizBot.Slack.Client;

namespace QuizBot.Slack.Tests.Client;

public sealed class SlackClientOptionsTests
{
    private static readonly SlackClientOptions Good = new("xoxb-1-secret") { AppToken = "xapp-1-secret", SigningSecret = "signing-secret" };

    [Fact]
    public void Options_ThatMakeSense_HaveNoProblem()
    {
        Assert.Null(Good.Problem());
        Assert.Null((Good with { AppToken = null }).Problem());
        Assert.Null((Good with { SigningSecret = null, Connections = 10 }).Problem());
        Assert.Null((Good with { ApiBaseUrl = new Uri("http://127.0.0.1:5000/api/") }).Problem());
        Assert.Null((Good with { ApiBaseUrl = new Uri("https://slack-gov.com/api/") }).Problem());
    }

    [Fact]
    public void Options_ThatMakeNone_SayWhatToDoInOneLine()
    {
        (SlackClientOptions Options, string Setting)[] bad =
        [
            (Good with { BotToken = "" }, "Slack:BotToken"), (Good with { BotToken = "xapp-1-secret" }, "Slack:BotToken"), (Good with { BotToken = "xoxb-1-secret\n" }, "Slack:BotToken"),
            (Good with { AppToken = "" }, "Slack:AppToken"), (Good with { AppToken = "xoxb-1-secret" }, "Slack:AppToken"), (Good with { AppToken = "xapp-1 secret" }, "Slack:AppToken"),
            (Good with { AppToken = null, SigningSecret = " " }, "Slack:SigningSecret"),
            (Good with { ApiBaseUrl = new Uri("http://slack.example/api/") }, "Slack:ApiBaseUrl"), (Good with { ApiBaseUrl = new Uri("/api", UriKind.Relative) }, "Slack:ApiBaseUrl"),
            (Good with { ApiBaseUrl = new Uri("https://me@slack.com/api/") }, "Slack:ApiBaseUrl"), (Good with { Connections = 0 }, "1 to 10"), (Good with { Connections = 11 }, "1 to 10"),
        ];
        foreach (var (options, setting) in bad)
        {
            var problem = options.Problem();
            Assert.Contains(setting, problem, StringComparison.Ordinal);
            Assert.DoesNotContain("secret\n", problem, StringComparison.Ordinal);
            Assert.DoesNotContain("1-secret", problem, StringComparison.Ordinal);
        }

        Assert.Contains("Teams:1:BotToken", (Good with { BotToken = "", Section = "Teams:1" }).Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AsText_KeepTheirSecrets() => Assert.DoesNotContain("secret", Good.ToString(), StringComparison.Ordinal);
}
