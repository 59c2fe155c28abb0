using System.Text.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What Slack accepts as a view.</summary>
internal static class ViewRules
{
    public static void Check(JsonElement view, ReadOnlySpan<ViewKind> allowed, BlockErrors errors)
    {
        if (!view.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array)
            errors.Add(errors.Root, "missing required field: blocks");
    }
}
