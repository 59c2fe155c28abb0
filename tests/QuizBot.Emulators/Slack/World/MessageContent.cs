using System.Text.Json;

namespace QuizBot.Emulators.Slack.World;

/// <summary>What a message says.</summary>
/// <param name="Blocks">As Slack keeps them, with ids; undefined when there are none.</param>
/// <param name="Attachments">Undefined when there are none.</param>
/// <param name="Metadata">Undefined when there is none.</param>
public sealed record MessageContent(string Text, JsonElement Blocks, JsonElement Attachments, JsonElement Metadata)
{
    public static readonly MessageContent Empty = new("", default, default, default);

    public bool HasBlocks => Blocks.ValueKind == JsonValueKind.Array && Blocks.GetArrayLength() > 0;

    /// <summary>The element with an action_id, such as a button.</summary>
    public JsonElement? Find(string actionId) => Elements.Find(this, actionId)?.Element;

    /// <summary>The action_ids in their order.</summary>
    public IReadOnlyList<string> ActionIds => [.. Elements.Of(this).Select(one => one.ActionId)];
}
