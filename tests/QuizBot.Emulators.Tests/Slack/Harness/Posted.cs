namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>What came to an app's URL.</summary>
internal sealed record Posted(IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
