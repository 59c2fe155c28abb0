using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class EmbedJson
{
    public static void Write(Utf8JsonWriter json, EmulatedEmbed embed)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "rich"u8);
        json.WriteOptional("title"u8, embed.Title);
        json.WriteOptional("description"u8, embed.Description);
        json.WriteOptional("url"u8, embed.Url);
        json.WriteOptional("timestamp"u8, embed.Timestamp);
        if (embed.Color is { } color)
            json.WriteNumber("color"u8, color);
        if (embed.Author is not null)
        {
            json.WriteStartObject("author"u8);
            json.WriteString("name"u8, embed.Author);
            json.WriteOptional("url"u8, embed.AuthorUrl);
            json.WriteOptional("icon_url"u8, embed.AuthorIcon);
            json.WriteEndObject();
        }
        WriteImage(json, "image"u8, embed.Image);
        WriteImage(json, "thumbnail"u8, embed.Thumbnail);
        if (embed.Fields.Count > 0)
            json.WriteEach("fields"u8, embed.Fields, static (json, field) =>
            {
                json.WriteStartObject();
                json.WriteString("name"u8, field.Name);
                json.WriteString("value"u8, field.Value);
                json.WriteBoolean("inline"u8, field.Inline);
                json.WriteEndObject();
            });
        if (embed.Footer is not null)
        {
            json.WriteStartObject("footer"u8);
            json.WriteString("text"u8, embed.Footer);
            json.WriteOptional("icon_url"u8, embed.FooterIcon);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? url)
    {
        if (url is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }
}
