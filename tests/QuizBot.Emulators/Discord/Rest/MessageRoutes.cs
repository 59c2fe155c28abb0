using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

internal static class MessageRoutes
{
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);

    public static IEnumerable<Route> All =>
    [
        new("POST", "/channels/{channel_id}/messages", BucketKind.Messages, Create),
        new("GET", "/channels/{channel_id}/messages", BucketKind.Others, List),
        new("GET", "/channels/{channel_id}/messages/{message_id}", BucketKind.Others, Get),
        new("PATCH", "/channels/{channel_id}/messages/{message_id}", BucketKind.Edits, Edit),
        new("DELETE", "/channels/{channel_id}/messages/{message_id}", BucketKind.Edits, Delete),
    ];

    private static Answer Create(RestCall call)
    {
        if (call.FindChannel(out var channel) is { } refusal)
            return refusal;
        if (channel.Kind is ChannelKind.Category or ChannelKind.Forum)
            return Refusals.NotATextChannel;
        if (!call.May(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages))
            return Refusals.MissingPermissions;
        var draft = MessageForm.Read(call.Form, call.Files);
        if ((draft.Flags & MessageFlags.Ephemeral) != 0)
            call.Errors.Add("flags", "BASE_TYPE_INVALID", "Only an interaction's answer can be ephemeral");
        if (CheckReply(call, channel, draft) is { } missed)
            return missed;
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (draft.Over(MessageContent.Empty).IsEmpty)
            return Refusals.EmptyMessage;
        if (draft.Embeds is { Count: > 0 } && !call.May(channel, Permissions.EmbedLinks)
            || draft.NewFiles.Count > 0 && !call.May(channel, Permissions.AttachFiles))
            return Refusals.MissingPermissions;
        if (channel is { IsArchived: true, IsLocked: true })
            return Refusals.ThreadArchived;
        var world = call.World;
        if (draft is { Nonce: { } nonce, EnforcesNonce: true } && FindNonce(world, channel, nonce) is { } first)
            return Shown(world, first);
        if (channel.Recipient is { } recipient && world.RefuseDirectMessages.Contains(recipient.Id))
            return Refusals.CannotMessageUser;
        return Shown(world, Posting.Post(world, channel, draft, world.Bot));
    }

    private static Answer? CheckReply(RestCall call, EmulatedChannel channel, MessageDraft draft)
    {
        if (draft.ReplyTo is not { } target)
            return null;
        if (!call.May(channel, Permissions.ReadMessageHistory))
            return Refusals.NoHistoryToReply;
        var isThere = (draft.ReplyChannel is null || draft.ReplyChannel == channel.Id)
            && channel.MessagesUnguarded.TryGetValue(target, out var message) && message is { IsDeleted: false, OnlyFor: null };
        if (!isThere && !draft.MayMissReply)
            call.Errors.Add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        return null;
    }

    private static EmulatedMessage? FindNonce(DiscordWorld world, EmulatedChannel channel, string nonce)
    {
        var since = world.Time.GetUtcNow() - NonceMemory;
        foreach (var message in channel.MessagesUnguarded.Values.Reverse())
        {
            if (message.At < since)
                return null;
            if (message.Nonce == nonce && message.Author == world.Bot)
                return message;
        }
        return null;
    }

    private static Answer List(RestCall call)
    {
        if (call.FindChannel(out var channel) is { } refusal)
            return refusal;
        var (limit, before, after, around) = (Limit(call), Cursor(call, "before"), Cursor(call, "after"), Cursor(call, "around"));
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var messages = call.May(channel, Permissions.ReadMessageHistory)
            ? channel.MessagesUnguarded.Values.Where(message => message is { IsDeleted: false, OnlyFor: null }) : [];
        List<EmulatedMessage> page;
        if (around is { } centre)
        {
            var older = messages.Where(message => message.Id <= centre).Reverse().Take(limit / 2 + 1);
            page = [.. messages.Where(message => message.Id > centre).Take(limit / 2).Reverse(), .. older];
        }
        else if (after is { } low)
            page = [.. messages.Where(message => message.Id > low).Take(limit).Reverse()];
        else
            page = [.. messages.Reverse().Where(message => before is null || message.Id < before).Take(limit)];
        return Answer.Ok((call.World, page), static (json, state) =>
        {
            json.WriteStartArray();
            foreach (var message in state.page)
                MessageJson.Write(json, MessageView.Of(state.World, message));
            json.WriteEndArray();
        });
    }

    private static Answer Get(RestCall call)
    {
        if (call.FindChannel(out var channel, Permissions.ReadMessageHistory) is { } refusal)
            return refusal;
        return call.FindMessage(channel, out var message) ?? Shown(call.World, message, withNonce: false);
    }

    private static Answer Edit(RestCall call)
    {
        if ((call.FindChannel(out var channel) ?? call.FindMessage(channel, out _)) is { } refusal)
            return refusal;
        call.FindMessage(channel, out var message);
        if (message.Author != call.World.Bot)
            return Refusals.NotYourMessage;
        if (channel is { IsArchived: true })
            return Refusals.ThreadArchived;
        var draft = MessageForm.Read(call.Form, call.Files);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (draft.Over(message.Content).IsEmpty)
            return Refusals.EmptyMessage;
        if (draft.Embeds is { Count: > 0 } && !call.May(channel, Permissions.EmbedLinks))
            return Refusals.MissingPermissions;
        Posting.Edit(call.World, message, draft);
        return Shown(call.World, message, withNonce: false);
    }

    private static Answer Delete(RestCall call)
    {
        if ((call.FindChannel(out var channel) ?? call.FindMessage(channel, out _)) is { } refusal)
            return refusal;
        call.FindMessage(channel, out var message);
        if (message.Author != call.World.Bot && !call.May(channel, Permissions.ManageMessages))
            return Refusals.MissingPermissions;
        Posting.Delete(call.World, message);
        return Answer.Nothing;
    }

    private static Answer Shown(DiscordWorld world, EmulatedMessage message, bool withNonce = true) =>
        Answer.Ok(MessageView.Of(world, message) with { ShowsNonce = withNonce }, MessageJson.Write);

    private static int Limit(RestCall call)
    {
        if (call.Query["limit"].ToString() is not { Length: > 0 } text)
            return 50;
        if (int.TryParse(text, out var limit) && limit is >= 1 and <= 100)
            return limit;
        call.Errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
        return 0;
    }

    private static ulong? Cursor(RestCall call, string name)
    {
        if (call.Query[name].ToString() is not { Length: > 0 } text)
            return null;
        if (Fields.TryParse(text, out var id))
            return id;
        call.Errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
        return null;
    }
}
