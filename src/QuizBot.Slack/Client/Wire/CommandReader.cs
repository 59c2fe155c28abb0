using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Reads slash commands: JSON in Socket Mode, a form over HTTP, the same fields in both.</summary>
internal static class CommandReader
{
    /// <exception cref="JsonException">It lacks what a command must have.</exception>
    public static Reading Read(ReadOnlySpan<byte> payload, string deliveryId)
    {
        var root = Foreign.Parse(payload);
        return Read(name => root.Text(name), deliveryId);
    }

    /// <param name="field">A field by its name; null where it is missing.</param>
    /// <param name="deliveryId">Stands in where there is no trigger_id.</param>
    /// <exception cref="JsonException">It lacks what a command must have.</exception>
    public static Reading Read(Func<string, string?> field, string deliveryId)
    {
        var origin = new InteractionOrigin(
            Needed("user_id"), field("user_name") ?? "", field("channel_id") is { Length: > 0 } channel ? channel : null, field("trigger_id") ?? "",
            Uri.TryCreate(field("response_url"), UriKind.Absolute, out var url) ? url : null);
        return new CommandUsed(
            InteractionId.Of(origin.TriggerId, deliveryId), Needed("team_id"), origin, Needed("command"), field("text") ?? "");

        string Needed(string name) => field(name) is { Length: > 0 } value ? value : throw new JsonException($"A command lacks its {name}.");
    }
}
