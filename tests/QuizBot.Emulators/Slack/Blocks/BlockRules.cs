using System.Text.Json;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What Slack accepts as blocks.</summary>
internal static class BlockRules
{
    public static void Check(JsonElement blocks, Surface surface, int most, BlockErrors errors)
    {
        if (blocks.GetArrayLength() > most)
            errors.Add(errors.Root, $"no more than {most} items allowed");
    }
}
