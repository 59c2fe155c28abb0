using System.Text.Json.Serialization;

namespace QuizBot.Playground.Protocol;

/// <summary>JSON that was written before, and is written again as it is.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed record RawJson(string Text);
