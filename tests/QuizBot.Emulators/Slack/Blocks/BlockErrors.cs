using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Api;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What is wrong with blocks or a view, and where.</summary>
internal sealed class BlockErrors
{
    private readonly List<string> messages;

    public BlockErrors(string root)
        : this(root, [])
    {
    }

    private BlockErrors(string root, List<string> messages)
    {
        Root = root;
        this.messages = messages;
    }

    public bool Any => messages.Count > 0;

    /// <summary>Where the list of blocks is.</summary>
    public string Root { get; }

    /// <summary>The same list of faults, for what lies deeper.</summary>
    public BlockErrors Below(string path) => new(Root + path, messages);

    public void Add(string pointer, string message) => messages.Add($"{message} [json-pointer:{pointer}]");

    /// <param name="listed">Whether the answer has them in a list of their own, too: it has for messages, and not for views.</param>
    public Refusal Refuse(string error, bool listed)
    {
        var refusal = Refusal.Invalid(error, messages);
        if (listed)
            refusal.More!["errors"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]);
        return refusal;
    }
}
