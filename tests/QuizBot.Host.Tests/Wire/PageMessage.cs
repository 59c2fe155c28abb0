using System.Text.Json.Nodes;

namespace QuizBot.Host.Tests.Wire;

/// <summary>A message as the page is told of it.</summary>
internal sealed record PageMessage(JsonObject Json)
{
    public long Id => Json["id"]!.GetValue<long>();

    public long Sequence => Json["seq"]!.GetValue<long>();

    public string Channel => Json["channel"]!.GetValue<string>();

    public string Author => Json["author"]!.GetValue<string>();

    public string Summary => Json["summary"]!.GetValue<string>();

    public string Content => Json["content"]?.ToJsonString() ?? "";

    public bool IsPrivate => Json["private"]?.GetValue<bool>() ?? false;

    /// <summary>Emoji and who gave it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Reactions => Json["reactions"]!.AsArray().ToDictionary(
        r => r!["emoji"]!.GetValue<string>(),
        r => (IReadOnlyList<string>)[.. r!["members"]!.AsArray().Select(m => m!.GetValue<string>())]);

    /// <summary>The buttons' actions.</summary>
    public IReadOnlyList<string> Buttons => [.. Blocks("buttons").SelectMany(b => b["items"]!.AsArray()).Select(b => b!["action"]!.GetValue<string>())];

    /// <summary>The choices, as they stand from 1.</summary>
    public IReadOnlyList<JsonObject> Choices => [.. Blocks("choices").SelectMany(b => b["items"]!.AsArray()).Select(c => c!.AsObject())];

    private IEnumerable<JsonObject> Blocks(string type) =>
        Json["content"]?["blocks"]?.AsArray().Select(b => b!.AsObject()).Where(b => b["type"]!.GetValue<string>() == type) ?? [];
}
