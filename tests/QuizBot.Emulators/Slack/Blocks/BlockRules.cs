using System.Text.Json;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What Slack accepts as blocks.</summary>
internal static class BlockRules
{
    private const int LongestText = 3000;

    public static void Check(JsonElement blocks, Surface surface, int most, BlockErrors errors)
    {
        if (blocks.GetArrayLength() > most)
            errors.Add(errors.Root, $"no more than {most} items allowed");
        var (ids, index, focused) = (new HashSet<string>(), 0, 0);
        foreach (var json in blocks.EnumerateArray())
        {
            var block = new BlockNode(json, $"{errors.Root}/{index++}", errors);
            if (!block.IsObject)
            {
                block.Fault("must be an object");
                continue;
            }
            if (!block.Require("type"))
                continue;
            if (block.String("block_id", 255) is { } id && !ids.Add(id))
                block.Fault($"`block_id` \"{id}\" already exists", "/block_id");
            Check(block, surface);
            focused += Focused(block);
        }
        if (focused > 1)
            errors.Add(errors.Root, "only one element can have `focus_on_load`");
    }

    public static void CheckImage(BlockNode image)
    {
        image.String("alt_text", 2000, required: true);
        if (image.Has("slack_file"))
            return;
        if (image.String("image_url", 3000, required: true) is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            image.Fault("invalid url", "/image_url");
    }

    private static void Check(BlockNode block, Surface surface)
    {
        switch (block.Type)
        {
            case "divider":
                block.Only("block_id");
                break;
            case "header":
                block.Only("block_id", "text");
                TextRules.Check(block, "text", 150, plain: true, required: true);
                break;
            case "section":
                CheckSection(block);
                break;
            case "context":
                block.Only("block_id", "elements");
                foreach (var element in block.List("elements", 1, 10))
                    if (element.Type == "image")
                        ElementRules.Check(element);
                    else
                        TextRules.Check(element, LongestText, plain: false);
                break;
            case "actions":
                block.Only("block_id", "elements");
                CheckElements(block.List("elements", 1, 25), ElementRules.InActions);
                break;
            case "input":
                CheckInput(block);
                break;
            case "image":
                block.Only("block_id", "image_url", "alt_text", "title", "slack_file");
                CheckImage(block);
                TextRules.Check(block, "title", 2000, plain: true);
                break;
            case "rich_text":
                block.Only("block_id", "elements");
                RichTextRules.Check(block);
                break;
            case "markdown" when surface == Surface.Message:
                block.Only("block_id", "text");
                block.String("text", 12_000, required: true);
                break;
            default:
                block.Fault($"unsupported type: {block.Type}", "/type");
                break;
        }
    }

    private static void CheckSection(BlockNode block)
    {
        block.Only("block_id", "text", "fields", "accessory", "expand");
        if (!block.Has("text") && !block.Has("fields"))
            block.Fault("must define either `text` or `fields`", "/type");
        TextRules.Check(block, "text", LongestText);
        foreach (var field in block.List("fields", 1, 10, required: false))
            TextRules.Check(field, 2000, plain: false);
        if (block.Child("accessory") is { } accessory)
            CheckElements([accessory], ElementRules.InSection);
    }

    private static void CheckInput(BlockNode block)
    {
        block.Only("block_id", "label", "element", "hint", "optional", "dispatch_action");
        TextRules.Check(block, "label", 2000, plain: true, required: true);
        TextRules.Check(block, "hint", 2000, plain: true);
        block.Flag("optional");
        block.Flag("dispatch_action");
        block.Require("element");
        if (block.Child("element") is { } element)
            CheckElements([element], ElementRules.InInput);
    }

    private static void CheckElements(IReadOnlyList<BlockNode> elements, Func<string, bool> allowed)
    {
        var ids = new HashSet<string>();
        foreach (var element in elements)
        {
            if (!element.IsObject || element.Type.Length == 0)
                element.Fault("missing required field: type");
            else if (!allowed(element.Type))
                element.Fault($"unsupported type: {element.Type}", "/type");
            else
            {
                ElementRules.Check(element);
                if (element.Child("action_id")?.Json is { ValueKind: JsonValueKind.String } id && !ids.Add(id.GetString()!))
                    element.Fault($"`action_id` \"{id.GetString()}\" already exists", "/action_id");
            }
        }
    }

    private static int Focused(BlockNode block) =>
        block.Child("element") is { IsObject: true } element && element.Has("focus_on_load") && element.Json.GetProperty("focus_on_load").ValueKind == JsonValueKind.True ? 1 : 0;
}
