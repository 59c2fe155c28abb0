using System.Globalization;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

internal static class ConversationMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Read("conversations.info", RateTier.Tier3, null, call =>
        {
            var channel = Readable(call, "read");
            return ApiCall.Ok([new("channel", ChannelJson.Of(channel, call.Arguments.Flag("include_num_members")))]);
        }),
        ApiMethod.Read("conversations.members", RateTier.Tier4, null, call =>
        {
            var channel = Readable(call, "read");
            var (page, next) = call.Page([.. channel.MembersUnguarded.Keys], 100, 1000);
            return ApiCall.Ok(
            [
                new("members", new JsonArray([.. page.Select(id => (JsonNode)id)])),
                new("response_metadata", new JsonObject { ["next_cursor"] = next }),
            ]);
        }),
        ApiMethod.Read("conversations.list", RateTier.Tier2, null, List),
        ApiMethod.Read("conversations.history", RateTier.Tier3, null, History),
        ApiMethod.Read("conversations.replies", RateTier.Tier3, null, Replies),
        ApiMethod.Write("conversations.open", RateTier.Tier3, "im:write", Open),
        ApiMethod.Write("conversations.join", RateTier.Tier3, "channels:join", Join),
    ];

    private static EmulatedChannel Readable(ApiCall call, string what)
    {
        var channel = call.Channel();
        call.Needs(ApiCall.ScopeOf(channel.Kind, what));
        return channel;
    }

    private static JsonObject List(ApiCall call)
    {
        var types = (call.Arguments.Maybe("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kinds = new HashSet<ChannelKind>();
        foreach (var type in types)
        {
            if (type == "mpim")
            {
                call.Needs("mpim:read");
                continue;
            }
            var kind = type switch
            {
                "public_channel" => ChannelKind.Public,
                "private_channel" => ChannelKind.Private,
                "im" => ChannelKind.Direct,
                _ => throw new Refusal("invalid_types"),
            };
            call.Needs(ApiCall.ScopeOf(kind, "read"));
            kinds.Add(kind);
        }
        var all = call.Workspace.ChannelsUnguarded.Values.Where(channel => kinds.Contains(channel.Kind) && !channel.IsDeleted
            && (channel.Kind == ChannelKind.Public || channel.Has(call.Bot))
            && !(channel.IsArchived && call.Arguments.Flag("exclude_archived"))).ToList();
        var (page, next) = call.Page(all, 100, 1000);
        return ApiCall.Ok(
        [
            new("channels", new JsonArray([.. page.Select(channel => ChannelJson.Of(channel, withCount: true))])),
            new("response_metadata", new JsonObject { ["next_cursor"] = next }),
        ]);
    }

    private static JsonObject History(ApiCall call)
    {
        var channel = Readable(call, "history");
        if (!channel.Has(call.Bot))
            throw new Refusal("not_in_channel");
        var messages = channel.MessagesUnguarded.Values.Where(message => !message.IsDeleted && (message.ThreadTs is null || message.IsBroadcast));
        var answer = Answer(call, [.. Between(call, messages).Reverse()]);
        answer["pin_count"] = 0;
        return answer;
    }

    private static JsonObject Replies(ApiCall call)
    {
        var channel = Readable(call, "history");
        if (!channel.Has(call.Bot))
            throw new Refusal("not_in_channel");
        if (!channel.MessagesUnguarded.TryGetValue(call.Arguments.Required("ts"), out var root) || root.IsDeleted)
            throw new Refusal("thread_not_found");
        root = root.ThreadTs is { } thread ? channel.MessagesUnguarded[thread] : root;
        return Answer(call, [root, .. Between(call, root.RepliesUnguarded.Where(reply => !reply.IsDeleted))]);
    }

    private static IEnumerable<EmulatedMessage> Between(ApiCall call, IEnumerable<EmulatedMessage> messages)
    {
        var (oldest, latest, inclusive) = (Ts(call, "oldest"), Ts(call, "latest"), call.Arguments.Flag("inclusive"));
        return messages.Where(message =>
        {
            var ts = decimal.Parse(message.Ts, CultureInfo.InvariantCulture);
            return (oldest is null || ts > oldest || inclusive && ts == oldest) && (latest is null || ts < latest || inclusive && ts == latest);
        });
    }

    private static decimal? Ts(ApiCall call, string argument) => call.Arguments.Maybe(argument) switch
    {
        null => null,
        var text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var ts) => ts,
        _ => throw new Refusal($"invalid_ts_{argument}"),
    };

    private static JsonObject Answer(ApiCall call, IReadOnlyList<EmulatedMessage> messages)
    {
        var (page, next) = call.Page(messages, 100, 999);
        var metadata = call.Arguments.Flag("include_all_metadata");
        var answer = ApiCall.Ok(
        [
            new("messages", new JsonArray([.. page.Select(message => MessageJson.Of(message, metadata))])),
            new("has_more", next.Length > 0),
        ]);
        if (next.Length > 0)
            answer["response_metadata"] = new JsonObject { ["next_cursor"] = next };
        return answer;
    }

    private static JsonObject Open(ApiCall call)
    {
        if (call.Arguments.Maybe("channel") is { } id)
        {
            var known = call.Workspace.ChannelsUnguarded.GetValueOrDefault(id) is { Kind: ChannelKind.Direct } direct ? direct : throw new Refusal("channel_not_found");
            return Answer(known);
        }
        var users = (call.Arguments.Maybe("users") ?? throw new Refusal("users_list_not_supplied")).Split(',');
        if (users.Length > 1)
            throw new Refusal("invalid_user_combination");
        var member = call.Workspace.MembersUnguarded.GetValueOrDefault(users[0]) ?? throw new Refusal("user_not_found");
        if (member.IsDeactivated)
            throw new Refusal("user_disabled");
        if (member.IsBot)
            throw new Refusal("invalid_user_combination");
        return Answer(call.World.OpenDirect(member));

        JsonObject Answer(EmulatedChannel channel) => ApiCall.Ok(
            [new("channel", call.Arguments.Flag("return_im") ? ChannelJson.Of(channel) : new JsonObject { ["id"] = channel.Id })]);
    }

    private static JsonObject Join(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.Kind != ChannelKind.Public)
            throw new Refusal("method_not_supported_for_channel_type");
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        var wasIn = channel.Has(call.Bot);
        if (!wasIn)
            call.World.Events.Join(channel, call.Bot, inviter: null);
        var answer = ApiCall.Ok([new("channel", ChannelJson.Of(channel))]);
        if (wasIn)
        {
            answer["warning"] = "already_in_channel";
            answer["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        }
        return answer;
    }
}
