using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Api;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>The older way to give a message parts; apps still use it for a coloured bar.</summary>
internal static class AttachmentForm
{
    private const int Most = 100;

    public static JsonElement Read(JsonElement attachments)
    {
        if (attachments.GetArrayLength() > Most)
            throw new Refusal("too_many_attachments");
        var (all, index) = (new JsonArray(), 0);
        foreach (var attachment in attachments.EnumerateArray())
        {
            if (attachment.ValueKind != JsonValueKind.Object)
                throw new Refusal("invalid_attachments");
            var one = JsonObject.Create(attachment)!.DeepClone().AsObject();
            if (attachment.TryGetProperty("blocks", out var blocks))
            {
                if (blocks.ValueKind != JsonValueKind.Array)
                    throw new Refusal("invalid_attachments");
                one["blocks"] = SlackJson.Node(MessageForm.Blocks(blocks, $"/attachments/{index}/blocks"));
            }
            one["fallback"] ??= "[no preview available]";
            one["id"] = ++index;
            all.Add(one);
        }
        return SlackJson.Element(all);
    }
}
