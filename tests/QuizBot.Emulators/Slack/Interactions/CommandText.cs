using System.Text.Json;
using System.Text.RegularExpressions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>The text of a slash command, and what an acknowledgement says to it.</summary>
internal static partial class CommandText
{
    /// <summary>As Slack sends it: escaped, and members and channels by id where the app asked for that.</summary>
    public static string Of(string text, EmulatedWorkspace workspace)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        if (!workspace.App.EscapesCommands)
            return text;
        return Name().Replace(text, match =>
        {
            var name = match.Groups[2].Value;
            return match.Groups[1].Value == "@"
                ? workspace.MembersUnguarded.Values.FirstOrDefault(member => member.Name == name) is { } member ? $"<@{member.Id}|{member.Name}>" : match.Value
                : workspace.ChannelsUnguarded.Values.FirstOrDefault(channel => channel.Name == name) is { } channel ? $"<#{channel.Id}|{channel.Name}>" : match.Value;
        });
    }

    /// <summary>The message in an acknowledgement; null when it says nothing.</summary>
    public static JsonElement? Answer(JsonElement? payload) => payload switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => JsonSerializer.SerializeToElement(new { text = text.GetString() }),
        { ValueKind: JsonValueKind.Object } body when body.TryGetProperty("text", out _) || body.TryGetProperty("blocks", out _) => body,
        _ => null,
    };

    [GeneratedRegex(@"(?<!\S)([@#])([^\s@#]+)")]
    private static partial Regex Name();
}
