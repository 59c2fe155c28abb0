using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class ThreadJson
{
    /// <summary>A thread that just began, with the bot in it.</summary>
    public static void WriteCreated(Utf8JsonWriter json, EmulatedChannel thread)
    {
        using var document = JsonDocument.Parse(Bytes.Of(thread, ChannelJson.Write));
        json.WriteStartObject();
        foreach (var property in document.RootElement.EnumerateObject())
            property.WriteTo(json);
        json.WriteBoolean("newly_created"u8, true);
        if (thread.Guild!.Bot is { } bot)
            WriteMember(json, "member"u8, thread, bot.Id);
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, ReadOnlySpan<byte> name, EmulatedChannel thread, ulong user)
    {
        json.WriteStartObject(name);
        json.WriteId("id"u8, thread.Id);
        json.WriteId("user_id"u8, user);
        json.WriteTime("join_timestamp"u8, thread.CreatedAt);
        json.WriteNumber("flags"u8, 0);
        json.WriteEndObject();
    }
}
