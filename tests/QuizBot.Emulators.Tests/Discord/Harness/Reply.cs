using System.Net.Http.Headers;
using System.Text.Json;

namespace QuizBot.Emulators.Tests.Discord.Harness;

/// <summary>An answer of the emulator.</summary>
internal sealed record Reply(int Status, JsonElement Json, HttpResponseHeaders Headers)
{
    /// <summary>Discord's number of a refusal.</summary>
    public int? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetInt32() : null;

    public string Id => Json.GetProperty("id").GetString()!;

    public string Header(string name) => Headers.GetValues(name).Single();

    /// <summary>The codes at a path of "errors", names and indexes with dots between.</summary>
    public string[] Errors(string path)
    {
        var node = Json.GetProperty("errors");
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            if (!node.TryGetProperty(step, out node))
                return [];
        return [.. node.GetProperty("_errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];
    }

    public void AssertRefused(int status, int code) => Assert.Equal((status, code), (Status, Code ?? -1));
}
