using System.Text.Json;

namespace QuizBot.Emulators.Tests.Slack.Judging;

/// <summary>The words that Slack refuses with.</summary>
internal static class ErrorWords
{
    // On every method's page today.
    private static readonly string[] Common =
    [
        "not_authed", "invalid_auth", "account_inactive", "token_revoked", "missing_scope", "not_allowed_token_type", "invalid_arguments", "ratelimited",
        "unknown_method", "invalid_post_type", "missing_post_type", "invalid_json", "json_not_object",
    ];

    // Newer than the list of 2021, from each method's page at docs.slack.dev.
    private static readonly Dictionary<string, string[]> Later = new()
    {
        ["chat.postMessage"] =
        [
            "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "restricted_action", "invalid_metadata_format", "invalid_metadata_schema",
            "metadata_too_large", "invalid_thread_ts", "thread_not_found", "invalid_attachments",
        ],
        ["chat.update"] =
        [
            "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_metadata_format", "invalid_metadata_schema", "metadata_too_large",
            "invalid_attachments", "is_archived",
        ],
        ["chat.postEphemeral"] = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "not_in_channel", "user_not_found", "invalid_attachments"],
        ["reactions.add"] = ["channel_not_found", "is_archived", "not_in_channel"],
        ["reactions.remove"] = ["channel_not_found", "is_archived", "not_in_channel"],
        ["reactions.get"] = ["channel_not_found"],
        ["conversations.history"] = ["not_in_channel", "invalid_limit", "invalid_cursor"],
        ["conversations.replies"] = ["not_in_channel", "invalid_limit", "invalid_cursor"],
        ["conversations.list"] = ["invalid_types", "invalid_limit", "invalid_cursor"],
        ["users.list"] = ["invalid_limit", "invalid_cursor"],
        ["views.open"] = ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "view_too_large", "duplicate_external_id"],
        ["views.push"] = ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "view_too_large", "duplicate_external_id", "push_limit_reached"],
        ["views.update"] = ["hash_conflict", "not_found", "view_too_large", "duplicate_external_id"],
        ["views.publish"] = ["hash_conflict", "view_too_large", "not_enabled", "duplicate_external_id"],
        ["bots.info"] = ["bot_not_found"],
    };

    public static bool IsKnown(JsonElement methods, string method, string error) =>
        Common.Contains(error) || Later.GetValueOrDefault(method)?.Contains(error) == true || Of2021(methods, method).Contains(error);

    private static IEnumerable<string> Of2021(JsonElement methods, string method)
    {
        if (!methods.TryGetProperty("/" + method, out var path))
            yield break;
        foreach (var verb in path.EnumerateObject())
            foreach (var response in verb.Value.GetProperty("responses").EnumerateObject())
                if (response.Value.TryGetProperty("schema", out var schema) && schema.TryGetProperty("properties", out var properties)
                    && properties.TryGetProperty("error", out var error) && error.TryGetProperty("enum", out var words))
                    foreach (var word in words.EnumerateArray())
                        yield return word.GetString()!;
    }
}
