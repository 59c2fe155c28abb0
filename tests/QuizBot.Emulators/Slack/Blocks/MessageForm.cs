using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>Reads what a message shall say, and refuses what Slack refuses.</summary>
internal static class MessageForm
{
    public const int LongestPost = 40_000;
    public const int LongestUpdate = 4_000;
    private const int MostBlocks = 50;
    private const int LongestBlocks = 13_200;

    /// <param name="truncates">A text that is too long is cut instead of refused.</param>
    public static MessageContent Read(ApiArguments arguments, int longest, bool truncates)
    {
        var text = arguments.Maybe("text") ?? "";
        var blocks = arguments.Json("blocks", "invalid_blocks_format");
        var attachments = arguments.Json("attachments", "invalid_attachments");
        if (blocks.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Array))
            throw new Refusal("invalid_blocks_format");
        if (attachments.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Array))
            throw new Refusal("invalid_attachments");
        var hasBlocks = blocks.ValueKind == JsonValueKind.Array && blocks.GetArrayLength() > 0;
        var hasAttachments = attachments.ValueKind == JsonValueKind.Array && attachments.GetArrayLength() > 0;
        if (text.Length == 0 && !hasBlocks && !hasAttachments)
            throw new Refusal("no_text");
        if (Length(text) > longest)
            text = truncates ? Cut(text, longest) : throw new Refusal("msg_too_long");
        return new(text, hasBlocks ? Blocks(blocks, "/blocks") : default, hasAttachments ? AttachmentForm.Read(attachments) : default, Metadata(arguments));
    }

    /// <summary>Blocks as Slack keeps them.</summary>
    /// <param name="at">Where they are.</param>
    public static JsonElement Blocks(JsonElement blocks, string at)
    {
        var errors = new BlockErrors(at);
        BlockRules.Check(blocks, Surface.Message, MostBlocks, errors);
        if (errors.Any)
            throw errors.Refuse("invalid_blocks", listed: true);
        return blocks.GetRawText().Length > LongestBlocks ? throw new Refusal("msg_blocks_too_long") : BlockIds.Fill(blocks);
    }

    private static JsonElement Metadata(ApiArguments arguments)
    {
        var metadata = arguments.Json("metadata", "invalid_metadata_format");
        // An empty object takes what was there away.
        if (metadata.ValueKind == JsonValueKind.Undefined || metadata is { ValueKind: JsonValueKind.Object } && !metadata.EnumerateObject().Any())
            return default;
        if (metadata.ValueKind != JsonValueKind.Object)
            throw new Refusal("invalid_metadata_format");
        if (!metadata.TryGetProperty("event_type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() is not { Length: > 0 }
            || !metadata.TryGetProperty("event_payload", out var payload) || payload.ValueKind != JsonValueKind.Object)
            throw new Refusal("invalid_metadata_schema");
        if (Encoding.UTF8.GetByteCount(payload.GetRawText()) > 16_384)
            throw new Refusal("metadata_too_large");
        return metadata;
    }

    // Slack counts characters as people see code points.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string Cut(string text, int length) => string.Concat(text.EnumerateRunes().Take(length));
}
