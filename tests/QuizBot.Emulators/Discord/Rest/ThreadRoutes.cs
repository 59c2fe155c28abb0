using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

internal static class ThreadRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("POST", "/channels/{channel_id}/messages/{message_id}/threads", BucketKind.Threads, FromMessage),
        new("POST", "/channels/{channel_id}/threads", BucketKind.Threads, Alone),
    ];

    private static Answer FromMessage(RestCall call)
    {
        if ((FindParent(call, out var channel) ?? call.FindMessage(channel, out _)) is { } refusal)
            return refusal;
        call.FindMessage(channel, out var message);
        var (name, archive) = Read(call.Form);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (message.Thread is not null)
            return Refusals.ThreadExists;
        var thread = Open(call.World, channel, message.Id, name!, archive);
        message.Thread = thread;
        message.Flags |= MessageFlags.HasThread;
        call.World.Events.Channel(thread, "CREATE");
        call.World.Events.MessageUpdated(message);
        return Answer.Created(thread, ChannelJson.Write);
    }

    private static Answer Alone(RestCall call)
    {
        if (FindParent(call, out var channel) is { } refusal)
            return refusal;
        var (name, archive) = Read(call.Form);
        if (call.Form.OneOf("type", required: false, 10, 11) is null && call.Form.HasValue("type") is false)
            call.Errors.Add("type", "EMULATOR_LIMIT", "The emulator knows no private threads; ask for type 11.");
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var thread = Open(call.World, channel, call.World.Ids.Next(), name!, archive);
        call.World.Events.Channel(thread, "CREATE");
        return Answer.Created(thread, ChannelJson.Write);
    }

    private static (string? Name, int Archive) Read(Fields form) => (
        form.Text("name", 100, 1, required: true),
        (int)(form.OneOf("auto_archive_duration", required: false, 60, 1440, 4320, 10080) ?? 1440));

    private static Answer? FindParent(RestCall call, out EmulatedChannel channel)
    {
        if (call.FindChannel(out channel) is { } refusal)
            return refusal;
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
            return Refusals.WrongChannelType;
        return call.May(channel, Permissions.CreatePublicThreads) ? null : Refusals.MissingPermissions;
    }

    private static EmulatedChannel Open(DiscordWorld world, EmulatedChannel parent, ulong id, string name, int archive)
    {
        var now = world.Time.GetUtcNow();
        var thread = new EmulatedChannel(world.Gate, parent.Guild, id, name,
            parent.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread)
        {
            Parent = parent,
            ThreadOwnerId = world.Bot.Id,
            AutoArchiveMinutes = archive,
            CreatedAt = now,
            ArchiveChangedAt = now,
        };
        parent.Guild!.ChannelsUnguarded.Add(id, thread);
        world.Channels.Add(id, thread);
        return thread;
    }
}
