namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>Rich text, as far as apps write it.</summary>
internal static class RichTextRules
{
    private static readonly string[] Inline = ["text", "emoji", "link", "user", "usergroup", "channel", "team", "date", "broadcast", "color"];

    public static void Check(BlockNode block)
    {
        foreach (var part in block.List("elements", 1, int.MaxValue))
        {
            switch (part.Type)
            {
                case "rich_text_section" or "rich_text_preformatted" or "rich_text_quote":
                    if (part.Type == "rich_text_section")
                        part.Only("elements");
                    else
                        part.Only("elements", "border", "language");
                    CheckInline(part);
                    break;
                case "rich_text_list":
                    part.Only("elements", "style", "indent", "offset", "border");
                    part.Require("style");
                    part.OneOf("style", "bullet", "ordered");
                    foreach (var item in part.List("elements", 1, int.MaxValue))
                        if (item.Type == "rich_text_section")
                            CheckInline(item);
                        else
                            item.Fault($"unsupported type: {item.Type}", "/type");
                    break;
                default:
                    part.Fault($"unsupported type: {part.Type}", "/type");
                    break;
            }
        }
    }

    private static void CheckInline(BlockNode part)
    {
        foreach (var item in part.List("elements", 0, int.MaxValue))
        {
            if (!Inline.Contains(item.Type))
                item.Fault($"unsupported type: {item.Type}", "/type");
            if (item.Type == "text")
                item.String("text", int.MaxValue, required: true);
            if (item.Type == "link")
                item.String("url", int.MaxValue, required: true);
        }
    }
}
