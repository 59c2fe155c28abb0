using System.Text.Json.Nodes;
using QuizBot.Chat;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>A message as a member sees it.</summary>
public sealed record SeenMessage(JsonObject Json)
{
    public long Id => Json["id"]!.GetValue<long>();

    public MessageRef Ref => new(new(new("playground", "playground"), Json["channel"]!.GetValue<string>()), Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public string Author => Json["author"]!.GetValue<string>();

    public string Summary => Json["summary"]!.GetValue<string>();

    public string? Text => Json["text"]?.GetValue<string>();

    public bool IsPrivate => Json["private"]?.GetValue<bool>() ?? false;

    public bool IsEdited => Json["editedAt"] is not null;

    public long Sequence => Json["seq"]!.GetValue<long>();

    public long? Thread => Json["thread"]?.GetValue<long>();

    public int Replies => Json["replies"]?["count"]?.GetValue<int>() ?? 0;

    /// <summary>Such as <c>👍 quizbot,ada</c>, in order.</summary>
    public IReadOnlyList<string> Reactions =>
        [.. Json["reactions"]!.AsArray().Select(r => $"{r!["emoji"]} {string.Join(',', r["members"]!.AsArray())}")];
}
