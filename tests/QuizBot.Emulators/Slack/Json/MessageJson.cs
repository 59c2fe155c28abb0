using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Json;

internal static class MessageJson
{
    public static JsonObject Of(EmulatedMessage message, bool withMetadata = false, bool withThread = true, bool withReactions = true, bool withAttachments = true)
    {
        var (author, workspace) = (message.Author, message.Channel.Workspace);
        var json = new JsonObject { ["type"] = "message" };
        if (message.Subtype is not null)
            json["subtype"] = message.Subtype;
        json["user"] = author.Id;
        json["ts"] = message.Ts;
        if (author.IsBot)
        {
            json["bot_id"] = author.BotId;
            if (author.IsAppBot)
                json["app_id"] = workspace.App.Id;
        }
        else if (message.Subtype is null)
            json["client_msg_id"] = ClientMessageId(message);
        json["text"] = message.Content.Text;
        json["team"] = workspace.Id;
        if (author.IsAppBot)
            json["bot_profile"] = BotProfile(author);
        if (message.EditedTs is { } edited)
            json["edited"] = new JsonObject { ["user"] = author.Id, ["ts"] = edited };
        if (message.ThreadTs is { } thread)
        {
            json["thread_ts"] = thread;
            json["parent_user_id"] = message.Channel.MessagesUnguarded.TryGetValue(thread, out var root) ? root.Author.Id : author.Id;
            if (message.IsBroadcast)
                json["subtype"] = "thread_broadcast";
        }
        else if (withThread)
            AddThread(json, message);
        if (withAttachments && SlackJson.Node(message.Content.Attachments) is { } attachments)
            json["attachments"] = attachments;
        json["blocks"] = SlackJson.Node(message.Content.Blocks) ?? RichText(message);
        if (withMetadata && SlackJson.Node(message.Content.Metadata) is { } metadata)
            json["metadata"] = metadata;
        if (withReactions && message.ReactionsUnguarded.Count > 0)
            json["reactions"] = Reactions(message, all: false);
        return json;
    }

    /// <param name="all">Slack names some users of each emoji only, unless asked for all.</param>
    public static JsonArray Reactions(EmulatedMessage message, bool all) =>
    [
        .. message.ReactionsUnguarded.Select(reaction => new JsonObject
        {
            ["name"] = reaction.Name,
            ["users"] = new JsonArray([.. reaction.UsersUnguarded.Take(all ? int.MaxValue : 50).Select(user => (JsonNode)user)]),
            ["count"] = reaction.UsersByOrder.Count,
        }),
    ];

    public static JsonObject BotProfile(EmulatedMember bot) => new()
    {
        ["id"] = bot.BotId,
        ["app_id"] = bot.Workspace.App.Id,
        ["name"] = bot.Workspace.App.Name,
        ["icons"] = new JsonObject
        {
            ["image_36"] = "https://a.slack-edge.com/bot_36.png",
            ["image_48"] = "https://a.slack-edge.com/bot_48.png",
            ["image_72"] = "https://a.slack-edge.com/bot_72.png",
        },
        ["deleted"] = false,
        ["updated"] = 0,
        ["team_id"] = bot.Workspace.Id,
    };

    private static void AddThread(JsonObject json, EmulatedMessage message)
    {
        var replies = message.RepliesUnguarded.Where(reply => !reply.IsDeleted).ToList();
        if (replies.Count == 0)
            return;
        var users = replies.Select(reply => reply.Author.Id).Distinct().ToList();
        json["thread_ts"] = message.Ts;
        json["reply_count"] = replies.Count;
        json["reply_users_count"] = users.Count;
        json["latest_reply"] = replies[^1].Ts;
        json["reply_users"] = new JsonArray([.. users.Take(5).Select(user => (JsonNode)user)]);
        json["is_locked"] = false;
        json["subscribed"] = false;
    }

    // Slack makes blocks of a text that came without.
    private static JsonArray RichText(EmulatedMessage message) =>
    [
        new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = message.Ts[^5..],
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "rich_text_section",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = message.Content.Text }),
            }),
        },
    ];

    private static string ClientMessageId(EmulatedMessage message)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message.Channel.Id + message.Ts), hash);
        return new Guid(hash[..16]).ToString();
    }
}
