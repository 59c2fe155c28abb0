namespace QuizBot.Discord.Client.Wire;

/// <summary>Writes small bodies.</summary>
internal static class BodyWriter
{
    /// <summary>A thread's name.</summary>
    public static byte[] Thread(string name) => JsonBytes.Write(name, static (writer, name) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteEndObject();
    });

    /// <summary>Whom to write to.</summary>
    public static byte[] Recipient(ulong user) => JsonBytes.Write(user, static (writer, user) =>
    {
        writer.WriteStartObject();
        writer.WriteId("recipient_id"u8, user);
        writer.WriteEndObject();
    });
}
