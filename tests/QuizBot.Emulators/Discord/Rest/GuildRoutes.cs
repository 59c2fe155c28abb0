using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Rest;

internal static class GuildRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/guilds/{guild_id}", BucketKind.Others, Get),
        new("GET", "/guilds/{guild_id}/channels", BucketKind.Others, Channels),
        new("GET", "/guilds/{guild_id}/roles", BucketKind.Others, Roles),
        new("GET", "/guilds/{guild_id}/members/{user_id}", BucketKind.Others, Member),
        new("GET", "/guilds/{guild_id}/threads/active", BucketKind.Others, ActiveThreads),
        new("DELETE", "/users/@me/guilds/{guild_id}", BucketKind.Others, Leave),
        new("GET", "/users/@me/guilds", BucketKind.Others, Mine),
    ];

    private static Answer Get(RestCall call) => call.FindGuild(out var guild)
        ?? Answer.Ok((guild, call.Query["with_counts"] == "true"), static (json, state) => GuildJson.Write(json, state.guild, state.Item2));

    private static Answer Channels(RestCall call) => call.FindGuild(out var guild) ?? Answer.Ok(guild, static (json, guild) =>
    {
        json.WriteStartArray();
        foreach (var channel in guild.ChannelsUnguarded.Values)
            if (!channel.IsThread)
                ChannelJson.Write(json, channel);
        json.WriteEndArray();
    });

    private static Answer Roles(RestCall call) => call.FindGuild(out var guild) ?? Answer.Ok(guild, static (json, guild) =>
    {
        json.WriteStartArray();
        foreach (var role in guild.RolesUnguarded.Values)
            RoleJson.Write(json, role);
        json.WriteEndArray();
    });

    private static Answer Member(RestCall call)
    {
        if (call.FindGuild(out var guild) is { } refusal)
            return refusal;
        if (guild.MembersUnguarded.TryGetValue(call.Id("user_id"), out var member))
            return Answer.Ok(member, MemberJson.Write);
        return call.World.FindUser(call.Id("user_id")) is null ? Refusals.UnknownUser : Refusals.UnknownMember;
    }

    private static Answer ActiveThreads(RestCall call) => call.FindGuild(out var guild) ?? Answer.Ok(guild, static (json, guild) =>
    {
        json.WriteStartObject();
        json.WriteEach("threads"u8, guild.ChannelsUnguarded.Values.Where(channel => channel is { IsThread: true, IsArchived: false }), ChannelJson.Write);
        json.WriteEmpty("members"u8);
        json.WriteBoolean("has_more"u8, false);
        json.WriteEndObject();
    });

    private static Answer Leave(RestCall call)
    {
        if (call.FindGuild(out var guild) is { } refusal)
            return refusal;
        call.World.RemoveBot(guild);
        return Answer.Nothing;
    }

    private static Answer Mine(RestCall call)
    {
        var (limit, after) = (200, 0UL);
        if (call.Query["limit"].ToString() is { Length: > 0 } text && (!int.TryParse(text, out limit) || limit is < 1 or > 200))
            call.Errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 200.");
        if (call.Query["after"].ToString() is { Length: > 0 } cursor && !Fields.TryParse(cursor, out after))
            call.Errors.Add("after", "NUMBER_TYPE_COERCE", $"Value \"{cursor}\" is not snowflake.");
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var guilds = call.World.Guilds.Values.Where(guild => guild.Bot is not null && guild.Id > after).OrderBy(guild => guild.Id).Take(limit).ToList();
        return Answer.Ok(guilds, static (json, guilds) =>
        {
            json.WriteStartArray();
            foreach (var guild in guilds)
                GuildJson.WriteMine(json, guild);
            json.WriteEndArray();
        });
    }
}
