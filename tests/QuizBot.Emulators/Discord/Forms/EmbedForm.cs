using System.Globalization;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Reads embeds within Discord's sizes.</summary>
internal static class EmbedForm
{
    private const int MostCharacters = 6000;

    /// <returns>Null when the body says nothing of embeds.</returns>
    public static List<EmulatedEmbed>? Read(Fields body)
    {
        if (body.Objects("embeds", 10) is not { } list)
            return null;
        var embeds = list.ConvertAll(ReadOne);
        if (embeds.Sum(Size) > MostCharacters)
            body.Wrong("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
        return embeds;
    }

    private static EmulatedEmbed ReadOne(Fields embed)
    {
        var (footer, author) = (embed.Object("footer"), embed.Object("author"));
        var timestamp = embed.Text("timestamp", 64);
        if (timestamp is not null && !DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, out _))
            embed.Wrong("timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {timestamp}. Should be ISO8601.");
        var read = new EmulatedEmbed
        {
            Title = Trimmed(embed.Text("title", 256)),
            Description = Trimmed(embed.Text("description", 4096)),
            Url = embed.Url("url"),
            Color = (int?)embed.Number("color", 0, 0xFFFFFF),
            Timestamp = timestamp,
            Footer = footer?.Text("text", 2048, required: true),
            FooterIcon = footer?.Url("icon_url", withAttachments: true),
            Author = author?.Text("name", 256, required: true),
            AuthorUrl = author?.Url("url"),
            AuthorIcon = author?.Url("icon_url", withAttachments: true),
            Image = embed.Object("image")?.Url("url", withAttachments: true),
            Thumbnail = embed.Object("thumbnail")?.Url("url", withAttachments: true),
            Fields = embed.Objects("fields", 25)?.ConvertAll(ReadField) ?? [],
        };
        if (read is { Title: null, Description: null, Footer: null, Author: null, Image: null, Thumbnail: null, Timestamp: null, Fields.Count: 0 })
            embed.Wrong("description", "BASE_TYPE_REQUIRED", "This field is required");
        return read;
    }

    private static EmulatedField ReadField(Fields field) => new(
        RequiredText(field, "name", 256),
        RequiredText(field, "value", 1024),
        field.Flag("inline") ?? false);

    private static string RequiredText(Fields fields, string name, int max)
    {
        var text = fields.Text(name, max, required: true);
        if (text is { Length: > 0 } && string.IsNullOrWhiteSpace(text))
            fields.Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
        return text ?? "";
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } some ? some : null;

    private static int Size(EmulatedEmbed embed) =>
        Length(embed.Title) + Length(embed.Description) + Length(embed.Footer) + Length(embed.Author)
        + embed.Fields.Sum(field => Length(field.Name) + Length(field.Value));

    private static int Length(string? text) => text is null ? 0 : Fields.Length(text);
}
