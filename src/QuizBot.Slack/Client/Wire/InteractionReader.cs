using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Reads buttons, menus and forms, the same in Socket Mode and over HTTP.</summary>
internal static class InteractionReader
{
    /// <param name="payload">The interaction.</param>
    /// <param name="deliveryId">Stands in where there is no trigger_id.</param>
    /// <exception cref="JsonException">It lacks what its type must have.</exception>
    public static Reading Read(ReadOnlySpan<byte> payload, string deliveryId)
    {
        var root = Foreign.Parse(payload);
        var type = root.Text("type") ?? throw new JsonException("An interaction lacks its type.");
        return type switch
        {
            "block_actions" => Actions(root, deliveryId),
            "view_submission" => Submission(root, deliveryId),
            _ => Reading.Nothing(type),
        };
    }

    private static Reading Actions(JsonElement root, string deliveryId)
    {
        var team = TeamOf(root);
        var origin = OriginOf(root, root.Text("channel", "id") ?? root.Text("container", "channel_id"), root.Text("response_url"));
        var id = InteractionId.Of(origin.TriggerId, deliveryId);
        var actions = new List<SlackEvent>();
        foreach (var action in root.Items("actions"))
            actions.Add(new ActionTaken(
                actions.Count == 0 ? id : $"{id}:{actions.Count}", team, origin,
                Message: root.Text("container", "message_ts") ?? root.Text("message", "ts"),
                OnEphemeral: root.IsTrue("container", "is_ephemeral"),
                ViewId: root.Text("container", "view_id") ?? root.Text("view", "id"),
                ActionId: action.Text("action_id") ?? throw new JsonException("An action lacks its id."),
                Value: FieldValue.Of(action),
                ActionTs: action.Text("action_ts") ?? ""));
        return actions.Count == 0 ? Reading.Nothing("block_actions without actions") : new Reading(actions[0], actions[1..], "");
    }

    private static Reading Submission(JsonElement root, string deliveryId)
    {
        string? channel = null, responseUrl = null;
        foreach (var url in root.Items("response_urls"))
        {
            channel ??= url.Text("channel_id");
            responseUrl ??= url.Text("response_url");
        }

        var origin = OriginOf(root, channel, responseUrl);
        var fields = new Dictionary<string, string>();
        if (root.At("view", "state", "values") is { ValueKind: JsonValueKind.Object } values)
            foreach (var block in values.EnumerateObject())
                if (block.Value.ValueKind == JsonValueKind.Object)
                    foreach (var input in block.Value.EnumerateObject())
                        fields[block.Name] = FieldValue.Of(input.Value);
        return new ViewSubmitted(
            InteractionId.Of(origin.TriggerId, deliveryId), TeamOf(root), origin,
            root.Text("view", "callback_id") ?? throw new JsonException("A form lacks its callback_id."),
            root.Text("view", "private_metadata") ?? "", fields);
    }

    private static InteractionOrigin OriginOf(JsonElement root, string? channel, string? responseUrl) => new(
        root.Text("user", "id") ?? throw new JsonException("An interaction lacks its user."),
        root.Text("user", "username") ?? root.Text("user", "name") ?? "",
        string.IsNullOrEmpty(channel) ? null : channel,
        root.Text("trigger_id") ?? "",
        Uri.TryCreate(responseUrl, UriKind.Absolute, out var url) ? url : null);

    // A view may be used by a member of another workspace than the one that the app is installed in.
    private static string TeamOf(JsonElement root)
    {
        foreach (var team in new[] { root.Text("view", "app_installed_team_id"), root.Text("team", "id"), root.Text("user", "team_id") })
            if (!string.IsNullOrEmpty(team))
                return team;
        throw new JsonException("An interaction lacks its team.");
    }
}
