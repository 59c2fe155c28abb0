namespace QuizBot.Slack.Client.Wire;

/// <summary>The fields of an inner event that any of ours has, taken in one pass.</summary>
internal ref struct EventFields
{
    public ReadOnlySpan<byte> Type { get; private set; }

    public string? User { get; private set; }

    /// <summary>The user where it is given whole.</summary>
    public ReadOnlySpan<byte> UserObject { get; private set; }

    /// <summary>The channel's id, whether it is given alone or whole.</summary>
    public string? Channel { get; private set; }

    public ReadOnlySpan<byte> ItemType { get; private set; }

    public string? ItemChannel { get; private set; }

    public string? ItemTs { get; private set; }

    public string? Reaction { get; private set; }

    public string? EventTs { get; private set; }

    public string? Ts { get; private set; }

    public string? Thread { get; private set; }

    public string? Inviter { get; private set; }

    public ReadOnlySpan<byte> Tab { get; private set; }

    /// <summary>Whether a bot's token is among those that were revoked.</summary>
    public bool BotTokenRevoked { get; private set; }

    public long? Minute { get; private set; }

    public static EventFields Read(ReadOnlySpan<byte> inner)
    {
        var fields = new EventFields();
        if (inner.IsEmpty)
            return fields;
        var cursor = new JsonCursor(inner);
        if (cursor.EnterObject())
            while (cursor.NextField())
                fields.Take(ref cursor);
        return fields;
    }

    private void Take(ref JsonCursor cursor)
    {
        if (cursor.Is("type"u8))
            Type = cursor.Word();
        else if (cursor.Is("user"u8))
            TakeUser(ref cursor);
        else if (cursor.Is("item"u8))
            TakeItem(ref cursor);
        else if (cursor.Is("reaction"u8))
            Reaction = cursor.Text();
        else if (cursor.Is("event_ts"u8))
            EventTs = cursor.Text();
        else if (cursor.Is("channel"u8))
            TakeChannel(ref cursor);
        else if (cursor.Is("ts"u8))
            Ts = cursor.Text();
        else if (cursor.Is("thread_ts"u8))
            Thread = cursor.Text();
        else if (cursor.Is("inviter"u8))
            Inviter = cursor.Text();
        else if (cursor.Is("tab"u8))
            Tab = cursor.Word();
        else if (cursor.Is("tokens"u8))
            TakeTokens(ref cursor);
        else if (cursor.Is("minute_rate_limited"u8))
            Minute = cursor.Number();
    }

    private void TakeUser(ref JsonCursor cursor)
    {
        User = cursor.Text();
        if (User is null)
            UserObject = cursor.Raw();
    }

    private void TakeChannel(ref JsonCursor cursor)
    {
        Channel = cursor.Text();
        if (Channel is null && cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("id"u8))
                    Channel = cursor.Text();
    }

    private void TakeItem(ref JsonCursor cursor)
    {
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("type"u8))
                    ItemType = cursor.Word();
                else if (cursor.Is("channel"u8))
                    ItemChannel = cursor.Text();
                else if (cursor.Is("ts"u8))
                    ItemTs = cursor.Text();
            }
    }

    private void TakeTokens(ref JsonCursor cursor)
    {
        if (cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("bot"u8) && cursor.EnterArray())
                    while (cursor.NextItem())
                        BotTokenRevoked = true;
    }
}
