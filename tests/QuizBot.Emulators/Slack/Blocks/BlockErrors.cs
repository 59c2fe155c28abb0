using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Api;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What is wrong with blocks or a view, and where.</summary>
internal sealed class BlockErrors(string root)
{
    private readonly List<string> messages = [];

    public bool Any => messages.Count > 0;

    public string Root => root;

    public void Add(string pointer, string message) => messages.Add($"{message} [json-pointer:{pointer}]");

    public Refusal Refuse(string error) => new(error)
    {
        More = new()
        {
            ["errors"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]),
            ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)("[ERROR] " + message))]) },
        },
    };
}
