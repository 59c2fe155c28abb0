using System.Text;
using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Reads what the Events API tells, the same in Socket Mode and over HTTP. Reactions, by far the most frequent, cost one pass.</summary>
internal static class EventReader
{
    /// <param name="payload">The outer event.</param>
    /// <param name="deliveryId">Stands in where Slack gives no event_id.</param>
    /// <exception cref="JsonException">It lacks what its type must have.</exception>
    public static Reading Read(ReadOnlySpan<byte> payload, string deliveryId)
    {
        ReadOnlySpan<byte> type = default, inner = default;
        string? id = null, team = null, installed = null;
        long? minute = null;
        var cursor = new JsonCursor(payload);
        if (!cursor.EnterObject())
            throw new JsonException("An event is no object.");
        while (cursor.NextField())
        {
            if (cursor.Is("team_id"u8))
                team = cursor.Text();
            else if (cursor.Is("event"u8))
                inner = cursor.Raw();
            else if (cursor.Is("type"u8))
                type = cursor.Word();
            else if (cursor.Is("event_id"u8))
                id = cursor.Text();
            else if (cursor.Is("authorizations"u8))
                installed = InstalledTeam(ref cursor);
            else if (cursor.Is("minute_rate_limited"u8))
                minute = cursor.Number();
        }

        // In a shared channel team_id is where it happened; the installation it is told to is ours.
        team = installed ?? team ?? throw new JsonException("An event lacks its team.");
        var fields = EventFields.Read(inner);
        if (type.SequenceEqual("app_rate_limited"u8) || fields.Type.SequenceEqual("app_rate_limited"u8))
            return new EventsLimited(id ?? $"app_rate_limited:{minute ?? fields.Minute}", team);
        return Read(fields, string.IsNullOrEmpty(id) ? deliveryId : id, team);
    }

    private static Reading Read(in EventFields fields, string id, string team)
    {
        var type = fields.Type;
        if (type.SequenceEqual("reaction_added"u8))
            return Reaction(fields, id, team, added: true);
        if (type.SequenceEqual("reaction_removed"u8))
            return Reaction(fields, id, team, added: false);
        if (type.SequenceEqual("app_mention"u8))
            return fields.User is { } user ? new BotMentioned(id, team, Needed(fields.Channel, type), user, Needed(fields.Ts, type), fields.Thread) : Reading.Nothing(type);
        if (type.SequenceEqual("app_home_opened"u8))
            return fields.Tab.SequenceEqual("home"u8) ? new HomeOpened(id, team, Needed(fields.User, type)) : Reading.Nothing(type);
        if (type.SequenceEqual("member_joined_channel"u8))
            return new MembershipChanged(id, team, Needed(fields.Channel, type), Needed(fields.User, type), Joined: true, fields.Inviter);
        if (type.SequenceEqual("member_left_channel"u8))
            return new MembershipChanged(id, team, Needed(fields.Channel, type), Needed(fields.User, type), Joined: false, Inviter: null);
        if (type.SequenceEqual("user_change"u8) || type.SequenceEqual("team_join"u8))
            return UserReader.Read(fields.UserObject, id, team);
        if (type.SequenceEqual("app_uninstalled"u8) || (type.SequenceEqual("tokens_revoked"u8) && fields.BotTokenRevoked))
            return new BotRemoved(id, team);
        return ChangeOf(type) is { } change ? new ChannelChanged(id, team, Needed(fields.Channel, type), change) : Reading.Nothing(type);
    }

    private static Reading Reaction(in EventFields fields, string id, string team, bool added)
    {
        // The other kinds, files and their comments, are no longer sent.
        if (!fields.ItemType.SequenceEqual("message"u8))
            return Reading.Nothing(fields.Type);
        return new ReactionHeard(
            id, team, Needed(fields.ItemChannel, fields.Type), Needed(fields.ItemTs, fields.Type), Needed(fields.User, fields.Type),
            Needed(fields.Reaction, fields.Type), added, Needed(fields.EventTs, fields.Type));
    }

    private static ChannelChange? ChangeOf(ReadOnlySpan<byte> type) => Encoding.UTF8.GetString(type) switch
    {
        "channel_archive" or "group_archive" => ChannelChange.Archived,
        "channel_unarchive" or "group_unarchive" => ChannelChange.Unarchived,
        "channel_deleted" or "group_deleted" => ChannelChange.Deleted,
        "channel_rename" or "group_rename" => ChannelChange.Renamed,
        "channel_left" or "group_left" => ChannelChange.BotLeft,
        _ => null,
    };

    private static string? InstalledTeam(ref JsonCursor cursor)
    {
        string? first = null;
        if (cursor.EnterArray())
            while (cursor.NextItem())
                if (cursor.EnterObject())
                    while (cursor.NextField())
                        if (cursor.Is("team_id"u8))
                            first ??= cursor.Text();
        return first;
    }

    private static string Needed(string? value, ReadOnlySpan<byte> type) =>
        string.IsNullOrEmpty(value) ? throw new JsonException($"{Encoding.UTF8.GetString(type)} lacks a field that it must have.") : value;
}
