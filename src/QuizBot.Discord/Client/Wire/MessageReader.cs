using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads messages.</summary>
internal static class MessageReader
{
    private const long HasThread = 1 << 5;

    public static IReadOnlyList<FoundMessage> Messages(ref JsonCursor cursor)
    {
        var messages = new List<FoundMessage>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
                messages.Add(Message(ref cursor));
        return messages;
    }

    private static FoundMessage Message(ref JsonCursor cursor)
    {
        ulong id = 0, author = 0;
        string? nonce = null;
        var thread = false;
        var footers = new List<string>();
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("author"u8))
                    author = IdReader.Of(ref cursor);
                else if (cursor.Is("nonce"u8))
                    nonce = cursor.IsNull() ? null : cursor.Scalar();
                else if (cursor.Is("flags"u8))
                    thread = !cursor.IsNull() && (cursor.Number() & HasThread) != 0;
                else if (cursor.Is("embeds"u8) && cursor.EnterArray())
                    while (cursor.NextItem())
                        if (Footer(ref cursor) is { } footer)
                            footers.Add(footer);
            }

        return id == 0 || author == 0 ? throw UserReader.Missing("message.id or author") : new FoundMessage(id, author, nonce, footers) { HasThread = thread };
    }

    private static string? Footer(ref JsonCursor cursor)
    {
        string? text = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("footer"u8) && cursor.EnterObject())
                    while (cursor.NextField())
                        if (cursor.Is("text"u8))
                            text = cursor.TextOrNull();
        return text;
    }
}
