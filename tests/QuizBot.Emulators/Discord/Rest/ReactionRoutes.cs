using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

internal static class ReactionRoutes
{
    private const string Base = "/channels/{channel_id}/messages/{message_id}/reactions";
    private const int Most = 20;

    public static IEnumerable<Route> All =>
    [
        new("PUT", Base + "/{emoji_name}/@me", BucketKind.Reactions, Add),
        new("DELETE", Base + "/{emoji_name}/@me", BucketKind.Reactions, call => Remove(call, call.World.Bot.Id)),
        new("DELETE", Base + "/{emoji_name}/{user_id}", BucketKind.Reactions, call => Remove(call, call.Id("user_id"))),
        new("DELETE", Base + "/{emoji_name}", BucketKind.Reactions, call => Clear(call, call.Text("emoji_name"))),
        new("DELETE", Base, BucketKind.Reactions, call => Clear(call, null)),
        new("GET", Base + "/{emoji_name}", BucketKind.Others, List),
    ];

    /// <summary>Anyone's reaction, with Discord's rules; the outcome is the refusal or null.</summary>
    public static Answer? React(DiscordWorld world, EmulatedMessage message, string emoji, EmulatedUser user, bool mayAddNew, out Gateway.Delivery delivery)
    {
        delivery = default;
        if (!IsKnown(emoji))
            return Refusals.UnknownEmoji;
        var reaction = message.ReactionsUnguarded.Find(one => one.Emoji == emoji);
        if (reaction is null)
        {
            // Joining a reaction that is there needs no permission; beginning one does.
            if (!mayAddNew)
                return Refusals.MissingPermissions;
            if (message.ReactionsUnguarded.Count >= Most)
                return Refusals.TooManyReactions;
            message.ReactionsUnguarded.Add(reaction = new(emoji));
        }
        if (reaction.UsersUnguarded.Add(user.Id))
            delivery = world.Events.Reaction(message, emoji, user, added: true);
        return null;
    }

    public static bool Unreact(DiscordWorld world, EmulatedMessage message, string emoji, EmulatedUser user, out Gateway.Delivery delivery)
    {
        delivery = default;
        var reaction = message.ReactionsUnguarded.Find(one => one.Emoji == emoji);
        if (reaction is null || !reaction.UsersUnguarded.Remove(user.Id))
            return false;
        if (reaction.UsersUnguarded.Count == 0)
            message.ReactionsUnguarded.Remove(reaction);
        delivery = world.Events.Reaction(message, emoji, user, added: false);
        return true;
    }

    private static Answer Add(RestCall call)
    {
        if (Find(call, out var channel, out var message) is { } refusal)
            return refusal;
        if (channel is { IsArchived: true })
            return Refusals.ThreadArchived;
        if (!call.May(channel, Permissions.ReadMessageHistory))
            return Refusals.MissingPermissions;
        return React(call.World, message, call.Text("emoji_name"), call.World.Bot, call.May(channel, Permissions.AddReactions), out _) ?? Answer.Nothing;
    }

    private static Answer Remove(RestCall call, ulong userId)
    {
        if (Find(call, out var channel, out var message) is { } refusal)
            return refusal;
        if (userId != call.World.Bot.Id && !call.May(channel, Permissions.ManageMessages))
            return Refusals.MissingPermissions;
        if (channel is { IsArchived: true })
            return Refusals.ThreadArchived;
        if (!IsKnown(call.Text("emoji_name")))
            return Refusals.UnknownEmoji;
        if (call.World.FindUser(userId) is not { } user)
            return Refusals.UnknownUser;
        // Taking off what is not there is no fault.
        Unreact(call.World, message, call.Text("emoji_name"), user, out _);
        return Answer.Nothing;
    }

    private static Answer Clear(RestCall call, string? emoji)
    {
        if (Find(call, out var channel, out var message) is { } refusal)
            return refusal;
        if (!call.May(channel, Permissions.ManageMessages))
            return Refusals.MissingPermissions;
        if (emoji is not null && !IsKnown(emoji))
            return Refusals.UnknownEmoji;
        if (message.ReactionsUnguarded.RemoveAll(one => emoji is null || one.Emoji == emoji) > 0)
            call.World.Events.ReactionsCleared(message, emoji);
        return Answer.Nothing;
    }

    private static Answer List(RestCall call)
    {
        if (Find(call, out var channel, out var message) is { } refusal)
            return refusal;
        var emoji = call.Text("emoji_name");
        if (!IsKnown(emoji))
            return Refusals.UnknownEmoji;
        var (limit, after) = (25, 0UL);
        if (call.Query["limit"].ToString() is { Length: > 0 } text && (!int.TryParse(text, out limit) || limit is < 1 or > 100))
            call.Errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
        if (call.Query["after"].ToString() is { Length: > 0 } cursor && !Fields.TryParse(cursor, out after))
            call.Errors.Add("after", "NUMBER_TYPE_COERCE", $"Value \"{cursor}\" is not snowflake.");
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var users = message.ReactionsUnguarded.Find(one => one.Emoji == emoji)?.UsersUnguarded ?? [];
        var page = users.GetViewBetween(after + 1, ulong.MaxValue).Take(limit).Select(call.World.FindUser).OfType<EmulatedUser>().ToList();
        return Answer.Ok(page, static (json, page) =>
        {
            json.WriteStartArray();
            foreach (var user in page)
                UserJson.Write(json, user);
            json.WriteEndArray();
        });
    }

    private static bool IsKnown(string emoji) => EmojiForm.IsKnown(emoji);

    private static Answer? Find(RestCall call, out EmulatedChannel channel, out EmulatedMessage message)
    {
        message = null!;
        return call.FindChannel(out channel) ?? call.FindMessage(channel, out message);
    }
}
