using System.Globalization;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>A call with a valid token; the handler runs under the world's lock.</summary>
internal sealed class ApiCall(SlackWorld world, ApiMethod method, EmulatedWorkspace? workspace, EmulatedApp app, ApiArguments arguments)
{
    public SlackWorld World => world;

    public ApiMethod Method => method;

    public EmulatedWorkspace Workspace => workspace!;

    public EmulatedApp App => app;

    public ApiArguments Arguments => arguments;

    public EmulatedMember Bot => Workspace.Bot;

    public static JsonObject Ok(params IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
            answer[name] = value;
        return answer;
    }

    public void Needs(string scope)
    {
        if (!Workspace.Scopes.Contains(scope))
            throw MissingScope(scope, Workspace.Scopes);
    }

    public static Refusal MissingScope(string scope, IReadOnlySet<string> provided) => new("missing_scope")
    {
        More = new() { ["needed"] = scope, ["provided"] = string.Join(',', provided) },
    };

    /// <summary>The channel named by an argument, if the bot can know of it.</summary>
    public EmulatedChannel Channel(string argument = "channel")
    {
        var id = arguments.Required(argument);
        return Workspace.ChannelsUnguarded.TryGetValue(id, out var channel) && !channel.IsDeleted
            && (channel.Kind == ChannelKind.Public || channel.Has(Bot))
            ? channel : throw new Refusal("channel_not_found");
    }

    /// <summary>A channel to write in: a channel's id, its name with #, or a member's id for the direct conversation.</summary>
    public EmulatedChannel Target(bool mustBeIn = true)
    {
        var name = arguments.Required("channel");
        EmulatedChannel? channel;
        if (Workspace.MembersUnguarded.TryGetValue(name, out var member))
        {
            if (member.IsDeactivated || member.IsBot)
                throw new Refusal("channel_not_found");
            channel = world.OpenDirect(member);
        }
        else if (!Workspace.ChannelsUnguarded.TryGetValue(name, out channel))
            channel = Workspace.ChannelsUnguarded.Values.FirstOrDefault(one => one.Kind == ChannelKind.Public && one.Name == name.TrimStart('#'));
        if (channel is null || channel.IsDeleted || channel.Kind != ChannelKind.Public && !channel.Has(Bot))
            throw new Refusal("channel_not_found");
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        if (mustBeIn && !channel.Has(Bot) && !Workspace.Scopes.Contains("chat:write.public"))
            throw new Refusal("not_in_channel");
        if (channel.IsReadOnly)
            throw new Refusal("restricted_action");
        return channel;
    }

    public EmulatedMember Member(string argument = "user") =>
        Workspace.MembersUnguarded.TryGetValue(arguments.Required(argument), out var member) ? member : throw new Refusal("user_not_found");

    public EmulatedMessage Message(EmulatedChannel channel, string argument)
    {
        var ts = arguments.Required(argument);
        return channel.MessagesUnguarded.TryGetValue(ts, out var message) && !message.IsDeleted ? message : throw new Refusal("message_not_found");
    }

    /// <summary>The scope for a kind of channel, as in <c>channels:read</c>.</summary>
    public static string ScopeOf(ChannelKind kind, string what) => kind switch
    {
        ChannelKind.Public => "channels:",
        ChannelKind.Private => "groups:",
        _ => "im:",
    } + what;

    /// <summary>One page of a list, and the cursor of the next.</summary>
    public (IReadOnlyList<T> Page, string Next) Page<T>(IReadOnlyList<T> all, int usual, int most)
    {
        var limit = usual;
        if (arguments.Maybe("limit") is { } text && (!int.TryParse(text, CultureInfo.InvariantCulture, out limit) || limit < 1))
            throw new Refusal("invalid_limit");
        limit = Math.Min(limit, most);
        var start = 0;
        if (arguments.Maybe("cursor") is { } cursor)
            start = Cursor(cursor) is { } from && from <= all.Count ? from : throw new Refusal("invalid_cursor");
        var page = all.Skip(start).Take(limit).ToList();
        var next = start + page.Count;
        return (page, next < all.Count ? Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"next:{next}")) : "");
    }

    private static int? Cursor(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && System.Text.Encoding.ASCII.GetString(bytes[..length]) is ['n', 'e', 'x', 't', ':', .. var digits]
            && int.TryParse(digits, CultureInfo.InvariantCulture, out var from) && from >= 0 ? from : null;
    }
}
