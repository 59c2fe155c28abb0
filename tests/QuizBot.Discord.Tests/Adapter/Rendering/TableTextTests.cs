using QuizBot.Chat.Messages;
using QuizBot.Discord.Rendering;

namespace QuizBot.Discord.Tests.Adapter.Rendering;

public sealed class TableTextTests
{
    private static readonly TableColumn[] Board = [new("Rank"), new("Member"), new("Points", IsNumber: true), new("Right", IsNumber: true)];

    [Fact]
    public void Board_IsAlignedWithMedalsAndTheReadersOwnRow() => Assert.Equal(
        """
          Rank  Member  Points     Right
          🥇    Anna     1,230  12 of 15
        > 🥈    张伟       980   9 of 15
          3.    Zoë         10    1 of 1
        """,
        TableText.Of(new TableBlock(Board,
        [
            new(["🥇", "Anna", "1,230", "12 of 15"]), new(["🥈", "张伟", "980", "9 of 15"], Highlighted: true), new(["3.", "Zoë", "10", "1 of 1"]),
        ])));

    [Fact]
    public void LongNames_AreCutToAPhonesWidth()
    {
        var text = TableText.Of(new TableBlock(Board,
        [
            new(["🥇", "A very long name that nobody needs", "1,230", "12 of 15"]), new(["🥈", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "980", "9 of 15"]),
        ]));
        Assert.All(text.Split('\n'), line => Assert.InRange(TextWidth.Of(line), 1, 38));
        Assert.Contains("A very long name… ", text, StringComparison.Ordinal);
        Assert.Contains("👩‍👩‍👧‍👦… ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RightToLeftName_DoesNotTurnItsLineAround() =>
        Assert.Contains("🥇    \u2068שלום\u2069", TableText.Of(new TableBlock(Board, [new(["🥇", "שלום", "1", "1 of 1"])])), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("中文", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🥇", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("ﾊﾝ", 2)]
    [InlineData("\u200B", 0)]
    public void Width_CountsColumns(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Fact]
    public void BackticksInACell_DoNotEndTheBlock()
    {
        var block = CodeFence.Of(TableText.Of(new TableBlock([new("Head")], [new(["a```b````c"])])), null, 4_096);
        Assert.StartsWith("```\nHead\n", block, StringComparison.Ordinal);
        Assert.EndsWith("\n```", block, StringComparison.Ordinal);
        Assert.DoesNotContain("```", block[3..^3], StringComparison.Ordinal);
    }
}
