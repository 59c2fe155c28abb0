using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QuizBot.Emulators.Slack.Blocks;
using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

internal static partial class ChatMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Write("chat.postMessage", RateTier.Posts, "chat:write", Post),
        ApiMethod.Write("chat.update", RateTier.Tier3, "chat:write", Update),
        ApiMethod.Write("chat.delete", RateTier.Tier3, "chat:write", Delete),
        ApiMethod.Write("chat.postEphemeral", RateTier.Tier4, "chat:write", PostEphemeral),
        ApiMethod.Read("chat.getPermalink", RateTier.Special, null, call =>
        {
            var channel = call.Channel();
            return ApiCall.Ok([new("channel", channel.Id), new("permalink", Permalink(call.Message(channel, "message_ts")))]);
        }),
    ];

    public static bool IsTs(string text) => Ts().IsMatch(text);

    public static string Permalink(EmulatedMessage message) =>
        $"https://{message.Channel.Workspace.Domain}.slack.com/archives/{message.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}"
        + (message.ThreadTs is { } thread ? $"?thread_ts={thread}&cid={message.Channel.Id}" : "");

    private static JsonObject Post(ApiCall call)
    {
        var channel = call.Target();
        var content = MessageForm.Read(call.Arguments, MessageForm.LongestPost, truncates: true);
        var thread = Thread(call, channel);
        var message = call.World.Post(channel, call.Bot, content, thread, call.Arguments.Flag("reply_broadcast"));
        return ApiCall.Ok([new("channel", channel.Id), new("ts", message.Ts), new("message", MessageJson.Of(message, withMetadata: true, withThread: false))]);
    }

    private static JsonObject Update(ApiCall call)
    {
        var channel = call.Channel();
        if (!IsTs(call.Arguments.Required("ts")))
            throw new Refusal("message_not_found");
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        var message = call.Message(channel, "ts");
        if (message.Author != call.Bot || message.Subtype is not null)
            throw new Refusal("cant_update_message");
        if (call.World.Options.EditWindow is { } window && call.World.Now - message.At > window)
            throw new Refusal("edit_window_closed");
        var content = MessageForm.Read(call.Arguments, MessageForm.LongestUpdate, truncates: false);
        // Text without blocks takes the blocks away; metadata that is not mentioned stays.
        if (call.Arguments.Maybe("metadata") is null)
            content = content with { Metadata = message.Content.Metadata };
        if (call.Arguments.Maybe("attachments") is null && content.HasBlocks)
            content = content with { Attachments = message.Content.Attachments };
        call.World.Edit(message, content);
        var json = MessageJson.Of(message, withMetadata: true, withThread: false, withReactions: false, withAttachments: false);
        json.Remove("ts");
        return ApiCall.Ok([new("channel", channel.Id), new("ts", message.Ts), new("text", content.Text), new("message", json)]);
    }

    private static JsonObject Delete(ApiCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel, "ts");
        if (message.Author != call.Bot)
            throw new Refusal("cant_delete_message");
        call.World.Delete(message);
        return ApiCall.Ok([new("channel", channel.Id), new("ts", message.Ts)]);
    }

    private static JsonObject PostEphemeral(ApiCall call)
    {
        var channel = call.Target();
        var member = call.Workspace.MembersUnguarded.GetValueOrDefault(call.Arguments.Required("user")) ?? throw new Refusal("user_not_found");
        if (!channel.Has(member))
            throw new Refusal("user_not_in_channel");
        var content = MessageForm.Read(call.Arguments, MessageForm.LongestPost, truncates: true);
        var message = call.World.PostEphemeral(channel, member, content with { Metadata = default }, call.Arguments.Maybe("thread_ts"));
        return ApiCall.Ok([new("message_ts", message.Ts)]);
    }

    private static string? Thread(ApiCall call, EmulatedChannel channel)
    {
        if (call.Arguments.Maybe("thread_ts") is not { } ts)
            return null;
        if (!IsTs(ts))
            throw Refusal.Invalid("invalid_thread_ts", $"{ts} is not a valid thread_ts");
        if (!channel.MessagesUnguarded.TryGetValue(ts, out var root) || root.IsDeleted)
            throw new Refusal("thread_not_found");
        return root.ThreadTs ?? root.Ts;
    }

    [GeneratedRegex(@"^\d{1,10}\.\d{6}$")]
    private static partial Regex Ts();
}
