namespace QuizBot.Playground.Store;

internal static class Schema
{
    public const int Version = 1;

    /// <summary>
    /// Every message carries the sequence of its last change, so that a page catches up by one question: what is newer than
    /// the last I saw. Nothing is ever deleted but old actions.
    /// </summary>
    public const string Script =
        """
        create table counters (
            seq integer not null,       -- of the last change
            order_us integer not null   -- of the last event: microseconds since 1970, never the same twice
        );
        insert into counters values (0, 0);

        create table messages (
            id integer primary key autoincrement,
            channel text not null,
            thread integer references messages (id),
            reply_to integer references messages (id),
            author text not null,
            only_for text,              -- the one member who sees it, or null
            post_key text,
            body text,                  -- a member's words
            content text,               -- a bot's message, as the page reads it
            summary text not null,
            used_by text,               -- whose command it answers
            used text,                  -- that command
            thread_name text,           -- of the thread below it, if one was opened
            posted_us integer not null,
            edited_us integer,
            seq integer not null
        );
        create unique index messages_by_key on messages (channel, post_key) where post_key is not null;
        create unique index messages_by_seq on messages (seq);
        create index messages_by_place on messages (channel, thread, id);
        create index messages_by_thread on messages (thread, id) where thread is not null;

        create table reactions (
            message integer not null references messages (id),
            member text not null,
            emoji text not null,
            order_us integer not null,
            primary key (message, member, emoji)
        ) without rowid;

        create table actions (          -- what members did, so that it is done once however often a page sends it
            id integer primary key autoincrement,
            member text not null,
            client_id text not null,
            order_us integer not null,
            outcome text,               -- null until the bot has handled it
            unique (member, client_id)
        );
        """;
}
