using CsCheck;
using QuizBot.Chat.Messages;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Tests.Reading;
using QuizBot.Testing.Platforms;

namespace QuizBot.Discord.Tests.Adapter.Rendering;

public sealed class MarkdownTests
{
    // The pieces that markup is made of, so that chance makes much of it.
    private static readonly Gen<string> Tricky = Gen.OneOf(
        "*", "**", "_", "__", "~~", "||", "`", "``", "```", "\\", "#", "# ", "## ", "-# ", "- ", "> ", ">>> ", "1. ", "12. ", "[", "]", "](", ")", "(", "<", ">",
        "@", "@everyone", "@here", "<@123>", "<@&123>", "<#123>", "<t:1:R>", "</daily set:123>", "<:x:123>", "<id:home>", ":", ":smile:", "://", "https://a.b/c_d", "http://",
        "a", "b c", " ", "\n", "\n\n", ".", "!", "é", "👩‍👩‍👧‍👦", "שלום", "中文").List[0, 12].Select(string.Concat);

    [Fact]
    public void PlainText_OfWhateverLetters_IsShownToTheLetterAndIsNoMarkup() => Tricky.Sample(text =>
    {
        var (seen, found) = MarkdownReader.Read(SpanRenderer.Render(text, 4_096));
        Assert.Equal(text, seen);
        Assert.Empty(found);
    }, iter: 50_000);

    [Fact]
    public void TextAroundMarkup_IsShownToTheLetter() => Gen.Select(Tricky, Tricky, Tricky, (a, b, c) => (a, b, c)).Sample(t =>
    {
        var text = (ChatText)t.a + ChatText.Bold(t.b) + t.c;
        var (seen, found) = MarkdownReader.Read(SpanRenderer.Render(text, 4_096));
        Assert.Equal(t.a + t.b + t.c, seen.Replace("\u200B", "", StringComparison.Ordinal));
        Assert.Equal(t.b.Length > 0 ? ["bold"] : [], found);
    }, iter: 20_000);

    [Fact]
    public void HostileText_OfTheContract_IsShownToTheLetter()
    {
        var (seen, found) = MarkdownReader.Read(SpanRenderer.Render(ContractContent.Hostile, 4_096));
        Assert.Equal(ContractContent.Hostile, seen);
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("x = 1")]
    [InlineData("`x`")]
    [InlineData("a`b")]
    [InlineData("a``b")]
    [InlineData("```")]
    [InlineData("**not bold**")]
    [InlineData(" ")]
    public void CodeSpan_IsShownToTheLetter(string code)
    {
        var (seen, found) = MarkdownReader.Read(SpanRenderer.Render("before " + ChatText.Code(code) + " after", 4_096));
        Assert.Equal($"before {code} after", seen);
        Assert.True(found is [] or ["code"], string.Join(',', found));
    }

    [Fact]
    public void CodeSpans_SideBySide_StayTwo()
    {
        var (seen, found) = MarkdownReader.Read(SpanRenderer.Render(ChatText.Code("a") + ChatText.Code("b"), 4_096));
        Assert.Equal("a\u200Bb", seen);
        Assert.Equal(["code", "code"], found);
    }

    [Fact]
    public void Link_HasItsTitleAndNoBracketsInItsAddress()
    {
        var markdown = SpanRenderer.Render(ChatText.Link("A [title] (of sorts)", "https://example.org/a_(b)?c=d&e=<f>"), 4_096);
        Assert.Equal(@"[A \[title\] (of sorts)](https://example.org/a_%28b%29?c=d&e=%3Cf%3E)", markdown);
        Assert.Equal(("A [title] (of sorts)", "link"), (MarkdownReader.Read(markdown).Text, MarkdownReader.Read(markdown).Found.Single()));
    }

    [Fact]
    public void Moments_AreDiscordsTimestamps()
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_900);
        Assert.Equal("<t:1700000000:R>", SpanRenderer.Render(ChatText.Time(at, TimeStyle.Relative), 100));
        Assert.Equal("<t:1700000000:t>", SpanRenderer.Render(ChatText.Time(at, TimeStyle.Time), 100));
        Assert.Equal("<t:1700000000:F>", SpanRenderer.Render(ChatText.Time(at, TimeStyle.DateTime), 100));
    }

    [Fact]
    public void Member_IsNamedAndNeverMentioned() =>
        Assert.Equal(@"\@everyone \<\@here>", SpanRenderer.Render(ChatText.Member("123", "@everyone <@here>"), 100));

    [Fact]
    public void LongText_IsCutWithAnEllipsisBetweenCharacters() =>
        Gen.Select(Tricky.List[1, 40].Select(string.Concat), Gen.Int[3, 60]).Sample((text, most) =>
        {
            var markdown = SpanRenderer.Render(ChatText.Bold(text) + text, most);
            Assert.InRange(markdown.Length, 0, most);
            Assert.Equal(markdown, new string([.. markdown.EnumerateRunes().SelectMany(r => r.ToString())]));
            if (text.Length * 2 > most)
                Assert.Contains('…', markdown);
        }, iter: 20_000);
}
