using System.Text.Json;
using Microsoft.Data.Sqlite;
using QuizBot.Playground.Protocol;

namespace QuizBot.Playground.Store;

internal static class MessageRows
{
    private const string Select =
        """
        select m.id, m.channel, m.author, m.summary, m.posted_us, m.seq, m.thread, m.only_for, m.body, m.content, m.used_by, m.used, m.edited_us,
               m.thread_name, p.id, p.author, p.summary,
               (select count(*) from messages r where r.thread = m.id and r.only_for is null),
               (select max(r.posted_us) from messages r where r.thread = m.id and r.only_for is null)
        from messages m left join messages p on p.id = m.reply_to

        """;

    public static long Insert(ChatWrite work, NewMessage message)
    {
        var id = work.Connection.Number(
            """
            insert into messages (channel, author, summary, thread, reply_to, only_for, post_key, body, content, used_by, used, posted_us, seq)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id
            """,
            message.Channel, message.Author, message.Summary, message.Thread, message.ReplyTo, message.OnlyFor, message.PostKey,
            message.Body, message.Content, message.UsedBy, message.Used, work.NowUs, work.NextSequence())!.Value;
        work.Inserted(id);
        if (message is { Thread: { } root, OnlyFor: null })
            work.Touch(root);
        return id;
    }

    public static void Replace(ChatWrite work, long id, string content, string summary)
    {
        var changed = work.Connection.Execute(
            "update messages set content = $2, summary = $3, edited_us = $4 where id = $1 and content <> $2", id, content, summary, work.NowUs);
        if (changed > 0)
            work.Touch(id);
    }

    public static void NameThread(ChatWrite work, long root, string name)
    {
        if (work.Connection.Execute("update messages set thread_name = $2 where id = $1 and thread_name is null", root, name) > 0)
            work.Touch(root);
    }

    public static long? ByKey(SqliteConnection connection, string channel, string key) =>
        connection.Number("select id from messages where channel = $1 and post_key = $2", channel, key);

    public static StoredMessage? Find(SqliteConnection connection, long id) => Load(connection, [id]).SingleOrDefault();

    /// <summary>In the order of their last change.</summary>
    public static List<StoredMessage> Load(SqliteConnection connection, IReadOnlyCollection<long> ids) =>
        WithReactions(connection, connection.Query(
            Select + "where m.id in (select value from json_each($1)) order by m.seq", Row, Ids(ids)));

    /// <summary>A page of a channel or a thread, the newest before a message, in order.</summary>
    public static List<StoredMessage> Page(SqliteConnection connection, string member, string channel, long? thread, long before, int count)
    {
        var page = connection.Query(
            Select
            + """
              where m.channel = $1 and m.thread is $2 and m.id < $3 and (m.only_for is null or m.only_for = $4)
              order by m.id desc limit $5
              """,
            Row, channel, thread, before, member, count);
        page.Reverse();
        return WithReactions(connection, page);
    }

    /// <summary>What changed since, the oldest change first.</summary>
    public static List<StoredMessage> ChangedSince(SqliteConnection connection, string member, long sequence, int count) =>
        WithReactions(connection, connection.Query(
            Select + "where m.seq > $1 and (m.only_for is null or m.only_for = $2) order by m.seq limit $3", Row, sequence, member, count));

    private static List<StoredMessage> WithReactions(SqliteConnection connection, List<StoredMessage> messages)
    {
        var reactions = connection
            .Query(
                "select message, emoji, member from reactions where message in (select value from json_each($1)) order by order_us",
                row => new StoredReaction(row.GetInt64(0), row.GetString(1), row.GetString(2)),
                Ids(messages.Select(m => m.Id)))
            .ToLookup(r => r.Message);
        return messages.ConvertAll(m => m with { Reactions = [.. reactions[m.Id]] });
    }

    private static string Ids(IEnumerable<long> ids) => JsonSerializer.Serialize([.. ids], PlaygroundJson.Default.Int64Array);

    private static StoredMessage Row(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Channel = row.GetString(1),
        Author = row.GetString(2),
        Summary = row.GetString(3),
        PostedUs = row.GetInt64(4),
        Sequence = row.GetInt64(5),
        Thread = row.NumberOrNull(6),
        OnlyFor = row.TextOrNull(7),
        Body = row.TextOrNull(8),
        Content = row.TextOrNull(9),
        UsedBy = row.TextOrNull(10),
        Used = row.TextOrNull(11),
        EditedUs = row.NumberOrNull(12),
        ThreadName = row.TextOrNull(13),
        ReplyTo = row.IsDBNull(14) ? null : (row.GetInt64(14), row.GetString(15), row.GetString(16)),
        Replies = row.GetInt32(17),
        LastReplyUs = row.NumberOrNull(18),
    };
}
