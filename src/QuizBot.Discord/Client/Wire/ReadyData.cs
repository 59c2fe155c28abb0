using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>What READY tells: the session, who the bot is, and where it is in.</summary>
internal sealed record ReadyData(string Session, string? ResumeUrl, DiscordIdentity Identity, IReadOnlyList<ulong> Guilds)
{
    // It must fit into what may be sent at once.
    private const int LongestSession = 1024;

    /// <exception cref="System.Text.Json.JsonException">It is not READY.</exception>
    public static ReadyData Read(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        string? session = null, resume = null;
        DiscordUser? user = null;
        ulong application = 0;
        var guilds = new List<ulong>();
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("session_id"u8))
                    session = cursor.TextOrNull();
                else if (cursor.Is("resume_gateway_url"u8))
                    resume = cursor.TextOrNull();
                else if (cursor.Is("user"u8))
                    user = UserReader.User(ref cursor);
                else if (cursor.Is("application"u8))
                    application = IdReader.Of(ref cursor);
                else if (cursor.Is("guilds"u8) && cursor.EnterArray())
                    while (cursor.NextItem())
                        guilds.Add(IdReader.Of(ref cursor));
            }

        if (session is not { Length: > 0 and <= LongestSession } || user is null || application == 0)
            throw new System.Text.Json.JsonException("READY lacks its session, user or application.");
        return new ReadyData(session, resume, new DiscordIdentity(application, user), guilds);
    }
}
