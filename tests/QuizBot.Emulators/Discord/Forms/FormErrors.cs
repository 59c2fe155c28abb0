using System.Text.Json;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>What is wrong with a body, each fault at its path.</summary>
internal sealed class FormErrors
{
    private readonly Node root = new();

    public bool Any { get; private set; }

    /// <param name="path">Names and indexes with slashes between; empty for the body as a whole.</param>
    public void Add(string path, string code, string message)
    {
        Any = true;
        var node = root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Children.TryGetValue(step, out var next))
                node.Children.Add(step, next = new());
            node = next;
        }
        node.Errors.Add((code, message));
    }

    public void Write(Utf8JsonWriter json) => Write(json, root);

    private static void Write(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        if (node.Errors.Count > 0)
        {
            json.WriteStartArray("_errors"u8);
            foreach (var (code, message) in node.Errors)
            {
                json.WriteStartObject();
                json.WriteString("code"u8, code);
                json.WriteString("message"u8, message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        foreach (var (name, child) in node.Children)
        {
            json.WritePropertyName(name);
            Write(json, child);
        }
        json.WriteEndObject();
    }

    private sealed class Node
    {
        public List<(string Code, string Message)> Errors { get; } = [];

        public Dictionary<string, Node> Children { get; } = [];
    }
}
