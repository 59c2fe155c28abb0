using QuizBot.Chat.Messages;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Rendering;

/// <summary>A message as Discord shows it: an embed, more of them only where one does not hold it, and buttons.</summary>
internal static class MessageRenderer
{
    // https://discord.com/developers/docs/resources/message#embed-object-embed-limits
    private const int LongestTitle = 256, LongestDescription = 4_096, LongestInAll = 6_000, LongestContent = 2_000;

    /// <param name="message">The message.</param>
    /// <param name="mark">Shown in the footer; null for none.</param>
    /// <param name="mention">A role to notify where the message announces something; null for none.</param>
    public static OutgoingMessage Render(ChatMessage message, string? mark = null, ulong? mention = null)
    {
        var blocks = message.Blocks.Where(b => b is not ButtonsBlock).ToList();
        var title = blocks is [HeadingBlock first, ..] && !string.IsNullOrWhiteSpace(first.Text) ? SpanRenderer.Render(first.Text, LongestTitle) : null;
        var parts = Parts(title is null ? blocks : blocks[1..], LongestInAll - (title?.Length ?? 0) - (mark?.Length ?? 0));
        if (title is null && parts.Count == 0)
            parts = [(new TextBlock(message.Summary), SpanRenderer.Render(message.Summary, LongestDescription))];

        var embeds = Descriptions(parts).Select(d => new DiscordEmbed(null, d, null, Colour(message.Tone))).ToList();
        if (embeds.Count == 0)
            embeds.Add(new DiscordEmbed(null, null, null, Colour(message.Tone)));
        embeds[0] = embeds[0] with { Title = title };
        embeds[^1] = embeds[^1] with { Footer = mark };
        var rendered = new OutgoingMessage("", embeds, ButtonRows.Of(message.Blocks.OfType<ButtonsBlock>()));
        return mention is { } role && message.Announces
            ? rendered with { Content = Announcement(role, blocks, message.Summary), MentionRoles = [role] }
            : rendered;
    }

    // What the notification shows; the question itself stands below it.
    private static string Announcement(ulong role, List<ChatBlock> blocks, string summary) =>
        $"<@&{role}> {SpanRenderer.Render(blocks is [HeadingBlock heading, ..] ? heading.Text : summary, LongestContent - 30)}";

    private static List<(ChatBlock Block, string Text)> Parts(List<ChatBlock> blocks, int room)
    {
        var parts = Render(blocks, LongestDescription);
        // Two line breaks stand between parts at most.
        room -= parts.Count * 2;
        return parts.Sum(p => p.Text.Length) <= room ? parts : [.. Fitting(Render(blocks, Longest([.. parts.Select(p => p.Text.Length)], room)), room)];
    }

    // Some blocks have a shortest form: of very many, not all have a place.
    private static IEnumerable<(ChatBlock Block, string Text)> Fitting(List<(ChatBlock Block, string Text)> parts, int room)
    {
        foreach (var part in parts)
        {
            if (part.Text.Length > room)
                continue;
            room -= part.Text.Length;
            yield return part;
        }
    }

    private static List<(ChatBlock Block, string Text)> Render(List<ChatBlock> blocks, int most) =>
        [.. blocks.Select(b => (Block: b, Text: BlockRenderer.Render(b, most))).Where(p => !string.IsNullOrWhiteSpace(p.Text))];

    // The longest give way first, so that choices and small print stay whole.
    private static int Longest(List<int> lengths, int room)
    {
        lengths.Sort();
        for (var i = 0; i < lengths.Count; i++)
        {
            if (lengths[i] * (lengths.Count - i) >= room)
                return room / (lengths.Count - i);
            room -= lengths[i];
        }

        return LongestDescription;
    }

    private static List<string> Descriptions(List<(ChatBlock Block, string Text)> parts)
    {
        var descriptions = new List<string>();
        ChatBlock? before = null;
        foreach (var (block, text) in parts)
        {
            var joined = before is null ? null : descriptions[^1] + Between(before, block) + text;
            if (joined is { Length: <= LongestDescription })
                descriptions[^1] = joined;
            else
                descriptions.Add(text);
            before = block;
        }

        return descriptions;
    }

    // Code has space of its own around it, and small print belongs to what it stands at.
    private static string Between(ChatBlock before, ChatBlock next) => (before, next) switch
    {
        (CodeBlock or TableBlock, _) or (_, CodeBlock or TableBlock) => "\n",
        (NoteBlock, _) or (TextBlock, NoteBlock) => "\n",
        _ => "\n\n",
    };

    // The bar at the left: seen on dark and light, and never the only sign of anything.
    private static int? Colour(ChatTone tone) => tone switch
    {
        ChatTone.Question => 0x5865F2,
        ChatTone.Result => 0x2E9E5B,
        ChatTone.Problem => 0xD8702A,
        _ => null,
    };
}
