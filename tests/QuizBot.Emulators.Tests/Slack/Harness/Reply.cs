using System.Net.Http.Headers;
using System.Text.Json;

namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>An answer of the emulator.</summary>
internal sealed record Reply(int Status, JsonElement Json, HttpResponseHeaders Headers)
{
    public bool Ok => Json.GetProperty("ok").GetBoolean();

    public string Error => Json.TryGetProperty("error", out var error) ? error.GetString()! : "";

    public JsonElement this[string name] => Json.GetProperty(name);

    /// <summary>What Slack says beside its word.</summary>
    public string Messages => Json.TryGetProperty("response_metadata", out var metadata) && metadata.TryGetProperty("messages", out var messages)
        ? string.Join('\n', messages.EnumerateArray().Select(one => one.GetString())) : "";

    public string Header(string name) => Headers.GetValues(name).Single();

    public Reply AssertOk()
    {
        Assert.True(Ok, Json.GetRawText());
        return this;
    }

    public void AssertRefusedIf(bool refused, string error)
    {
        if (refused)
            AssertRefused(error);
        else
            AssertOk();
    }

    public void AssertRefused(string error) => Assert.Equal(error, Ok ? "ok" : Error);
}
