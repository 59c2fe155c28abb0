using QuizBot.Chat.Messages;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Rendering;

/// <summary>Buttons in Discord's rows of five.</summary>
internal static class ButtonRows
{
    private const int InRow = 5, MostRows = 5, LongestLabel = 80;

    public static IReadOnlyList<IReadOnlyList<DiscordButton>> Of(IEnumerable<ButtonsBlock> blocks)
    {
        var groups = blocks.Select(b => b.Buttons.Select(Button).ToList()).ToList();
        var rows = groups.SelectMany(g => g.Chunk(InRow)).ToList();
        // A block begins a row of its own where there is room for that.
        return rows.Count <= MostRows ? rows : [.. groups.SelectMany(g => g).Chunk(InRow).Take(MostRows)];
    }

    private static DiscordButton Button(ChatButton button) => new(button.Action, Cutting.Short(button.Label, LongestLabel), button.IsMain);
}
