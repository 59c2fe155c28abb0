using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>What happens in a workspace, and who hears of it. Guarded by the world's lock.</summary>
internal sealed class WorldEvents(SlackWorld world)
{
    public const int MostEmoji = 23;

    /// <returns>Slack's word for a refusal, or null.</returns>
    public string? React(EmulatedMessage message, EmulatedMember member, string name, out EmulatedDelivery delivery)
    {
        delivery = null!;
        if (EmojiNames.Canonical(name.Trim(':'), member.Workspace) is not { } emoji)
            return "invalid_name";
        var reaction = message.ReactionsUnguarded.Find(one => one.Name == emoji);
        if (reaction?.UsersByOrder.ContainsKey(member.Id) == true)
            return "already_reacted";
        if (reaction is null && message.ReactionsUnguarded.Count >= MostEmoji)
            return "too_many_emoji";
        if (message.ReactionsUnguarded.Count(one => one.UsersByOrder.ContainsKey(member.Id)) >= MostEmoji)
            return "too_many_reactions";
        if (reaction is null)
            message.ReactionsUnguarded.Add(reaction = new(world.Gate, emoji));
        reaction.UsersByOrder.Add(member.Id, true);
        delivery = Reaction("reaction_added", message, member, emoji);
        return null;
    }

    /// <returns>Slack's word for a refusal, or null.</returns>
    public string? Unreact(EmulatedMessage message, EmulatedMember member, string name, out EmulatedDelivery delivery)
    {
        delivery = null!;
        if (EmojiNames.Canonical(name.Trim(':'), member.Workspace) is not { } emoji)
            return "invalid_name";
        var reaction = message.ReactionsUnguarded.Find(one => one.Name == emoji);
        if (reaction?.UsersByOrder.Remove(member.Id) != true)
            return "no_reaction";
        if (reaction.UsersByOrder.Count == 0)
            message.ReactionsUnguarded.Remove(reaction);
        delivery = Reaction("reaction_removed", message, member, emoji);
        return null;
    }

    public EmulatedDelivery Join(EmulatedChannel channel, EmulatedMember member, EmulatedMember? inviter)
    {
        channel.MembersUnguarded[member.Id] = member;
        world.Post(channel, member, MessageContent.Empty with { Text = $"<@{member.Id}> has joined the channel" }, subtype: "channel_join");
        var what = Member("member_joined_channel", channel, member);
        if (inviter is not null)
            what["inviter"] = inviter.Id;
        return Send(channel.Workspace, what, ScopeOf(channel, "read"), channel);
    }

    public EmulatedDelivery Leave(EmulatedChannel channel, EmulatedMember member)
    {
        var what = Member("member_left_channel", channel, member);
        // The bot hears of its own leaving, too.
        var delivery = Send(channel.Workspace, what, ScopeOf(channel, "read"), channel);
        channel.MembersUnguarded.Remove(member.Id);
        if (member.IsAppBot)
            Send(channel.Workspace, new()
            {
                ["type"] = channel.Kind == ChannelKind.Private ? "group_left" : "channel_left",
                ["channel"] = channel.Id,
                ["event_ts"] = world.Ids.NextTs(),
            }, ScopeOf(channel, "read"), null);
        return delivery;
    }

    /// <summary>Something happened to the channel as such: <c>archive</c>, <c>unarchive</c>, <c>deleted</c>.</summary>
    public EmulatedDelivery Channel(EmulatedChannel channel, string what, EmulatedMember? who)
    {
        var json = new JsonObject { ["type"] = TypeOf(channel, what), ["channel"] = channel.Id };
        if (what == "deleted")
            json["actor_id"] = who?.Id ?? channel.Creator.Id;
        else
            json["user"] = who?.Id ?? channel.Creator.Id;
        if (what == "archive")
            json["is_moved"] = 0;
        json["event_ts"] = world.Ids.NextTs();
        return Send(channel.Workspace, json, ScopeOf(channel, "read"), channel.Kind == ChannelKind.Private ? channel : null);
    }

    public EmulatedDelivery Renamed(EmulatedChannel channel) => Send(channel.Workspace, new()
    {
        ["type"] = TypeOf(channel, "rename"),
        ["channel"] = new JsonObject
        {
            ["id"] = channel.Id,
            ["is_channel"] = channel.Kind == ChannelKind.Public,
            ["is_mpim"] = false,
            ["name"] = channel.Name,
            ["name_normalized"] = channel.Name,
            ["created"] = channel.Created.ToUnixTimeSeconds(),
        },
        ["event_ts"] = world.Ids.NextTs(),
    }, ScopeOf(channel, "read"), channel.Kind == ChannelKind.Private ? channel : null);

    /// <summary>A member changed their profile.</summary>
    public EmulatedDelivery Changed(EmulatedMember member) => Send(member.Workspace, new()
    {
        ["type"] = "user_change",
        ["user"] = UserJson.Of(world, member),
        ["cache_ts"] = world.NowSeconds,
    }, "users:read", null);

    public EmulatedDelivery Added(EmulatedMember member) =>
        Send(member.Workspace, new() { ["type"] = "team_join", ["user"] = UserJson.Of(world, member) }, "users:read", null);

    /// <summary>A member wrote something.</summary>
    public EmulatedDelivery Said(EmulatedMessage message)
    {
        var channel = message.Channel;
        var workspace = channel.Workspace;
        var mentions = message.Content.Text.Contains($"<@{workspace.Bot.Id}>", StringComparison.Ordinal) && channel.Kind != ChannelKind.Direct;
        var json = MessageJson.Of(message, withThread: false);
        json["channel"] = channel.Id;
        json["event_ts"] = message.Ts;
        var kind = channel.Kind switch { ChannelKind.Public => "channel", ChannelKind.Private => "group", _ => "im" };
        var plain = json.DeepClone().AsObject();
        plain["channel_type"] = kind;
        var heard = Send(workspace, plain, ScopeOf(channel, "history"), channel, subscription: kind == "channel" ? "message.channels" : kind == "group" ? "message.groups" : "message.im");
        if (!mentions)
            return heard;
        json["type"] = "app_mention";
        return Send(workspace, json, "app_mentions:read", channel);
    }

    public EmulatedDelivery HomeOpened(EmulatedMember member, string tab)
    {
        var json = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = member.Id,
            ["channel"] = world.OpenDirect(member).Id,
            ["tab"] = tab,
            ["event_ts"] = world.Ids.NextTs(),
        };
        if (tab == "home" && member.Workspace.HomesUnguarded.GetValueOrDefault(member.Id) is { } view)
            json["view"] = ViewJson.Of(view);
        return Send(member.Workspace, json, null, null);
    }

    public EmulatedDelivery TokensRevoked(EmulatedWorkspace workspace) => Send(workspace, new()
    {
        ["type"] = "tokens_revoked",
        ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Bot.Id) },
    }, null, null);

    public EmulatedDelivery Uninstalled(EmulatedWorkspace workspace) => Send(workspace, new() { ["type"] = "app_uninstalled" }, null, null);

    private EmulatedDelivery Reaction(string type, EmulatedMessage message, EmulatedMember member, string emoji)
    {
        var (channel, workspace) = (message.Channel, message.Channel.Workspace);
        var state = (type, message, member, emoji, ts: world.Ids.NextTs());
        return Send(workspace, type, "reactions:read", channel, type, json =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, state.type);
            json.WriteString("user"u8, state.member.Id);
            json.WriteString("reaction"u8, state.emoji);
            json.WriteStartObject("item"u8);
            json.WriteString("type"u8, "message"u8);
            json.WriteString("channel"u8, state.message.Channel.Id);
            json.WriteString("ts"u8, state.message.Ts);
            json.WriteEndObject();
            json.WriteString("item_user"u8, state.message.Author.Id);
            json.WriteString("event_ts"u8, state.ts);
            json.WriteEndObject();
        });
    }

    private static string TypeOf(EmulatedChannel channel, string what) => (channel.Kind == ChannelKind.Private ? "group_" : "channel_") + what;

    private static string ScopeOf(EmulatedChannel channel, string what) => Api.ApiCall.ScopeOf(channel.Kind, what);

    private JsonObject Member(string type, EmulatedChannel channel, EmulatedMember member) => new()
    {
        ["type"] = type,
        ["user"] = member.Id,
        ["channel"] = channel.Id,
        ["channel_type"] = channel.Kind == ChannelKind.Private ? "G" : "C",
        ["team"] = channel.Workspace.Id,
        ["event_ts"] = world.Ids.NextTs(),
    };

    private EmulatedDelivery Send(EmulatedWorkspace workspace, JsonObject what, string? scope, EmulatedChannel? mustBeIn, string? subscription = null)
    {
        var type = (string)what["type"]!;
        return Send(workspace, type, scope, mustBeIn, subscription ?? type, json => what.WriteTo(json));
    }

    private EmulatedDelivery Send(EmulatedWorkspace workspace, string type, string? scope, EmulatedChannel? mustBeIn, string subscription, Action<Utf8JsonWriter> what)
    {
        var app = workspace.App;
        var id = world.Ids.Next('E').Insert(1, "v");
        var heard = app.Events.Contains(subscription)
            && (scope is null || workspace.Scopes.Contains(scope))
            && (mustBeIn is null || mustBeIn.Has(workspace.Bot))
            && (workspace.Token == TokenState.Valid || type is "tokens_revoked" or "app_uninstalled");
        if (!heard || !EventLimit.Enter(world, workspace))
        {
            var unheard = new EmulatedDelivery(world.Gate, DeliveryKind.Event, type, id, workspace, []);
            unheard.End(DeliveryState.Unheard);
            return unheard;
        }
        var delivery = new EmulatedDelivery(world.Gate, DeliveryKind.Event, type, id, workspace, EventJson.Bytes(world, workspace, id, what));
        world.Courier.Send(delivery);
        return delivery;
    }
}
