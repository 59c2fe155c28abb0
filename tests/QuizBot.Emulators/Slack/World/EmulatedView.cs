using System.Text.Json;

namespace QuizBot.Emulators.Slack.World;

/// <summary>A modal, or what a member's home tab shows.</summary>
public sealed class EmulatedView
{
    private readonly Lock gate;

    internal EmulatedView(Lock gate, string id, ViewKind kind, EmulatedMember member)
    {
        this.gate = gate;
        Id = id;
        Kind = kind;
        Member = member;
    }

    public string Id { get; }

    public ViewKind Kind { get; }

    public EmulatedMember Member { get; }

    /// <summary>The view as the app sent it, with the ids that Slack added.</summary>
    public JsonElement Content { get; internal set; }

    public string CallbackId => Content.TryGetProperty("callback_id", out var id) ? id.GetString() ?? "" : "";

    public string Title => Content.TryGetProperty("title", out var title) ? title.GetProperty("text").GetString()! : "";

    public JsonElement Blocks => Content.GetProperty("blocks");

    /// <summary>Changes with each update.</summary>
    public string Hash { get; internal set; } = "";

    public string? ExternalId { get; internal set; }

    public bool IsOpen { get; internal set; } = true;

    /// <summary>The messages beside its inputs, by block_id, after a submission that was refused.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; internal set; } = new Dictionary<string, string>();

    /// <summary>How it looked before each update, oldest first.</summary>
    public IReadOnlyList<JsonElement> History
    {
        get
        {
            lock (gate)
                return [.. HistoryUnguarded];
        }
    }

    /// <summary>The action_ids in their order.</summary>
    public IReadOnlyList<string> ActionIds => [.. Elements.Of(Blocks).Select(one => one.ActionId)];

    internal List<JsonElement> HistoryUnguarded { get; } = [];

    internal EmulatedView? Previous { get; init; }

    internal EmulatedView Root => Previous?.Root ?? this;

    /// <summary>What the member filled in, by block_id and action_id.</summary>
    internal Dictionary<string, Dictionary<string, JsonElement>> Values { get; } = [];

    /// <summary>The element with an action_id.</summary>
    public JsonElement? Find(string actionId) => Elements.Find(Blocks, actionId)?.Element;
}
