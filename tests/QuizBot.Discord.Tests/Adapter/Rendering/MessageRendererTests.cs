using CsCheck;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Tests.Reading;
using QuizBot.Testing.Platforms;

namespace QuizBot.Discord.Tests.Adapter.Rendering;

public sealed class MessageRendererTests
{
    private static readonly ChatMessage Question = new(
    [
        new HeadingBlock("Question of the day"),
        new NoteBlock("Models › Blank · easy · 10 points"),
        new TextBlock("A form must let people leave " + ChatText.Code("nickname") + " empty. Which option decides that?"),
        new CodeBlock("nickname = models.CharField()", "python"),
        new ChoicesBlock([new("1️⃣", ChatText.Code("null=True")), new("2️⃣", ChatText.Code("blank=True"))]),
        new ButtonsBlock([new("choose:1:0", "1"), new("choose:1:1", "2", IsMain: true)]),
        new NoteBlock((ChatText)"Closes " + ChatText.Time(DateTimeOffset.UnixEpoch, TimeStyle.Relative) + "."),
    ])
    { Summary = "Question of the day: A form", Tone = ChatTone.Question, Announces = true };

    [Fact]
    public void Question_ReadsFromTopToBottom()
    {
        var message = MessageRenderer.Render(Question, "#abc");
        var embed = Assert.Single(message.Embeds);
        Assert.Equal(("Question of the day", "#abc", 0x5865F2), (embed.Title, embed.Footer, embed.Colour));
        Assert.Equal(
            """
            -# Models › Blank · easy · 10 points
            A form must let people leave `nickname` empty. Which option decides that?
            ```python
            nickname = models.CharField()
            ```
            1️⃣ `null=True`
            2️⃣ `blank=True`

            -# Closes <t:0:R>.
            """, embed.Description);
        Assert.Equal([new DiscordButton("choose:1:0", "1", false), new DiscordButton("choose:1:1", "2", true)], Assert.Single(message.Rows));
        Assert.Equal("", message.Content);
        Assert.Empty(message.MentionRoles);
    }

    [Fact]
    public void ClosedChoices_SayInWordsAndNumbersHowItWent()
    {
        var message = MessageRenderer.Render(new ChatMessage(
            [new ChoicesBlock([new("1️⃣", "one", false, 3, 0.25), new("2️⃣", ChatText.Code("two"), true, 9, 0.75)])]) { Summary = "x" });
        Assert.Equal("1️⃣ one · 3 (25 %)\n2️⃣ **`two`** ✅ · 9 (75 %)", Assert.Single(message.Embeds).Description);
    }

    [Fact]
    public void Announcement_NotifiesTheConfiguredRoleAndNobodyElse()
    {
        var message = MessageRenderer.Render(Question, mention: 77);
        Assert.Equal(("<@&77> Question of the day", 77UL), (message.Content, Assert.Single(message.MentionRoles)));
        Assert.Equal("", MessageRenderer.Render(Question with { Announces = false }, mention: 77).Content);
        var hostile = MessageRenderer.Render(new ChatMessage([new HeadingBlock("<@&78> @everyone")]) { Summary = "s", Announces = true }, mention: 77);
        Assert.Equal([77UL], hostile.MentionRoles);
        Assert.Equal(["mention <@&77>"], MarkdownReader.Read(hostile.Content).Found);
    }

    [Fact]
    public void Buttons_StandInRowsOfFive()
    {
        var rows = MessageRenderer.Render(ContractContent.Largest()).Rows;
        Assert.Equal([5, 5, 5, 5, 5], rows.Select(r => r.Count));
        var two = MessageRenderer.Render(new ChatMessage([new TextBlock("x"), new ButtonsBlock([new("a", "a")]), new ButtonsBlock([new("b", "b")])]) { Summary = "x" });
        Assert.Equal(["a", "b"], two.Rows.Select(r => Assert.Single(r).CustomId));
    }

    [Fact]
    public void MessageOfButtonsAlone_ShowsItsSummary() =>
        Assert.Equal("Press \\*it\\*", Assert.Single(MessageRenderer.Render(new ChatMessage([new ButtonsBlock([new("a", "a")])]) { Summary = "Press *it*" }).Embeds).Description);

    [Fact]
    public void TooLongAText_GivesWayToTheChoicesBelowIt()
    {
        var message = MessageRenderer.Render(new ChatMessage(
        [
            new TextBlock(new string('x', 2_900)), new CodeBlock(string.Concat(Enumerable.Repeat("line\n", 1_000)), "python"),
            new ChoicesBlock([new("1️⃣", new string('c', 80)), new("2️⃣", "two")]), new NoteBlock("the end"),
        ]) { Summary = "x" });
        Assert.InRange(Size(message), 5_900, 6_000);
        var text = string.Join('\n', message.Embeds.Select(e => e.Description));
        Assert.Contains("line\n…\n```", text, StringComparison.Ordinal);
        Assert.EndsWith($"1️⃣ {new string('c', 80)}\n2️⃣ two\n\n-# the end", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyMessage_ObeysDiscordsLimits() => Messages.Sample(message =>
    {
        var rendered = MessageRenderer.Render(message, "#12345678", 77);
        Assert.InRange(rendered.Embeds.Count, 1, 10);
        Assert.InRange(Size(rendered), 1, 6_000);
        Assert.All(rendered.Embeds, e =>
        {
            Assert.True(e.Title is null or { Length: >= 1 and <= 256 });
            Assert.True(e.Description is null or { Length: >= 1 and <= 4_096 }, $"{e.Description?.Length}");
            Assert.True(e.Title is not null || e.Description is not null);
            Assert.DoesNotContain(MarkdownReader.Read(e.Description ?? "").Found, f => f.StartsWith("mention", StringComparison.Ordinal));
        });
        Assert.InRange(rendered.Content.Length, 0, 2_000);
    }, iter: 50);

    [Fact]
    public void Form_FitsDiscordsModal()
    {
        var modal = FormRenderer.Render(new FormReply(new string('T', 60), "a:1", [new FormField("answer", new string('L', 60), 9_999, "v", new string('p', 200))], "What *is* it?"));
        Assert.Equal((45, 45, 4_000, 100), (modal.Title.Length, modal.Inputs[0].Label.Length, modal.Inputs[0].MaxLength, modal.Inputs[0].Placeholder!.Length));
        Assert.Equal("What \\*is\\* it?", modal.Intro);
    }

    private static Gen<ChatMessage> Messages
    {
        get
        {
            var text = Gen.Select(Gen.OneOf("*a_", "x", "line\n", "@everyone ", "```", "👩‍👩‍👧‍👦", "<@1>", "中"), Gen.Int[0, 300]).Select((piece, times) => string.Concat(Enumerable.Repeat(piece, times)));
            var block = Gen.OneOf(
                text.Select(t => (ChatBlock)new HeadingBlock(t.Length > 150 ? t[..Math.Min(140, t.Length)] : t)),
                text.Select(t => (ChatBlock)new TextBlock(t)),
                text.Select(t => (ChatBlock)new NoteBlock(t)),
                text.Select(t => (ChatBlock)new CodeBlock(t, "python")),
                text.Select(t => (ChatBlock)new ChoicesBlock([.. Enumerable.Range(0, 10).Select(_ => new ShownChoice("1️⃣", t, true, 3, 0.5))])),
                text.Select(t => (ChatBlock)new TableBlock([new("A"), new("B", true)], [.. Enumerable.Range(0, 25).Select(_ => new TableRow([t, t]))])));
            return block.List[1, 40].Select(blocks => new ChatMessage(blocks) { Summary = "summary", Announces = true });
        }
    }

    private static int Size(OutgoingMessage message) =>
        message.Embeds.Sum(e => (e.Title?.Length ?? 0) + (e.Description?.Length ?? 0) + (e.Footer?.Length ?? 0));
}
