using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Reads the body of a post, an edit, a callback's message or a follow-up.</summary>
internal static class MessageForm
{
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.Ephemeral | MessageFlags.ComponentsV2;

    public static MessageDraft Read(Fields body, IReadOnlyDictionary<int, EmulatedFile> files)
    {
        var flags = body.Number("flags", 0, int.MaxValue) ?? 0;
        if (((MessageFlags)flags & MessageFlags.ComponentsV2) != 0)
            body.Wrong("flags", "EMULATOR_LIMIT", "The emulator does not know the second version of components.");
        var reference = body.Object("message_reference");
        var (nonce, isNumber) = Nonce(body);
        var attachments = body.Objects("attachments", 10);
        if (body.Flag("tts") is true)
            body.Wrong("tts", "EMULATOR_LIMIT", "The emulator does not read messages aloud.");
        foreach (var unknown in new[] { "poll", "sticker_ids" })
            if (body.HasValue(unknown))
                body.Wrong(unknown, "EMULATOR_LIMIT", "The emulator knows neither polls nor stickers.");
        return new()
        {
            // Discord cuts the blanks around a message away.
            Text = body.Text("content", 2000)?.Trim(),
            HasText = body.Has("content"),
            Embeds = EmbedForm.Read(body),
            HasEmbeds = body.Has("embeds"),
            Rows = ComponentForm.Read(body),
            HasRows = body.Has("components"),
            NewFiles = NewFiles(attachments, files),
            KeptFiles = attachments is null ? null : KeptFiles(attachments, files),
            Flags = (MessageFlags)flags & Settable,
            HasFlags = body.HasValue("flags"),
            AllowedMentions = AllowedMentions.Read(body),
            Nonce = nonce,
            NonceIsNumber = isNumber,
            EnforcesNonce = body.Flag("enforce_nonce") ?? false,
            ReplyTo = reference?.Snowflake("message_id", required: true),
            ReplyChannel = reference?.Snowflake("channel_id"),
            MayMissReply = reference?.Flag("fail_if_not_exists") is false,
        };
    }

    private static (string?, bool) Nonce(Fields body)
    {
        if (!body.HasValue("nonce"))
            return (null, false);
        var nonce = body.Json.GetProperty("nonce");
        if (nonce.ValueKind == JsonValueKind.Number && nonce.TryGetInt64(out _))
            return (nonce.GetRawText(), true);
        var text = body.Text("nonce", 25);
        return (text, false);
    }

    private static List<EmulatedFile> NewFiles(List<Fields>? attachments, IReadOnlyDictionary<int, EmulatedFile> files)
    {
        var named = new List<EmulatedFile>();
        foreach (var (index, file) in files)
        {
            var about = attachments?.Find(one => one.Json.TryGetProperty("id", out var id) && id.ToString() == index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            named.Add(about is { Json.ValueKind: JsonValueKind.Object } found
                ? file with { Name = found.Text("filename", 1024) ?? file.Name, Description = found.Text("description", 1024) }
                : file);
        }
        return named;
    }

    private static List<ulong> KeptFiles(List<Fields> attachments, IReadOnlyDictionary<int, EmulatedFile> files) =>
        [.. attachments.Select(one => one.Snowflake("id", required: true)).OfType<ulong>().Where(id => id > int.MaxValue || !files.ContainsKey((int)id))];
}
