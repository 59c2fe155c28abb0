using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

internal static class ChannelRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/channels/{channel_id}", BucketKind.Others, Get),
        new("PATCH", "/channels/{channel_id}", BucketKind.Others, EditThread),
        new("POST", "/channels/{channel_id}/typing", BucketKind.Others, call => call.FindChannel(out _) ?? Answer.Nothing),
        new("PUT", "/channels/{channel_id}/thread-members/@me", BucketKind.Others, JoinThread),
        new("POST", "/users/@me/channels", BucketKind.Others, OpenDirect),
    ];

    public static EmulatedChannel Direct(DiscordWorld world, EmulatedUser user)
    {
        if (!world.Directs.TryGetValue(user.Id, out var channel))
        {
            channel = new(world.Gate, null, world.Ids.Next(), "", ChannelKind.Direct) { Recipient = user };
            world.Directs.Add(user.Id, channel);
            world.Channels.Add(channel.Id, channel);
        }
        return channel;
    }

    private static Answer Get(RestCall call) => call.FindChannel(out var channel) ?? Answer.Ok(channel, ChannelJson.Write);

    private static Answer EditThread(RestCall call)
    {
        if (call.FindChannel(out var channel) is { } refusal)
            return refusal;
        if (!channel.IsThread)
            return Answer.Refused(501, 0, "The emulator lets a bot edit threads only");
        var (name, archived, locked) = (call.Form.Text("name", 100, 1), call.Form.Flag("archived"), call.Form.Flag("locked"));
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if ((locked is not null || channel.ThreadOwnerId != call.World.Bot.Id) && !call.May(channel, Permissions.ManageThreads))
            return Refusals.MissingPermissions;
        channel.Name = name ?? channel.Name;
        channel.IsLocked = locked ?? channel.IsLocked;
        if (archived is { } is_ && is_ != channel.IsArchived)
            (channel.IsArchived, channel.ArchiveChangedAt) = (is_, call.World.Time.GetUtcNow());
        call.World.Events.Channel(channel, "UPDATE");
        return Answer.Ok(channel, ChannelJson.Write);
    }

    private static Answer JoinThread(RestCall call)
    {
        if (call.FindChannel(out var channel) is { } refusal)
            return refusal;
        if (!channel.IsThread)
            return Refusals.WrongChannelType;
        return channel.IsArchived ? Refusals.ThreadArchived : Answer.Nothing;
    }

    private static Answer OpenDirect(RestCall call)
    {
        var id = call.Form.Snowflake("recipient_id", required: true);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (call.World.FindUser(id!.Value) is not { } user)
            return Refusals.UnknownUser;
        return user.IsBot ? Refusals.CannotMessageUser : Answer.Ok(Direct(call.World, user), ChannelJson.Write);
    }
}
