using QuizBot.Chat.Messages;

namespace QuizBot.Testing.Platforms;

/// <summary>Messages for <see cref="ChatPlatformContract"/>: plain, hostile, and as large as Chat allows.</summary>
public static class ContractContent
{
    /// <summary>What a platform could take for markup, a mention or a command, and must show to the letter.</summary>
    public const string Hostile = "@everyone @here <@U1> <!channel> *b* _i_ ~s~ `c` ||x|| # h &amp; <b>&</b> [a](http://b) :smile: /quiz 1. x > y 👩‍👩‍👧‍👦 שלום é";

    public static ChatMessage Line(string text) => new([new TextBlock(text)]) { Summary = "A line" };

    public static ChatMessage Buttons(params string[] actions) =>
        new([new TextBlock("Press one"), new ButtonsBlock([.. actions.Select(a => new ChatButton(a, "Button " + a))])]) { Summary = "Buttons" };

    /// <summary>Every kind of block, each at the limit that Chat documents.</summary>
    public static ChatMessage Largest() => new(
    [
        new HeadingBlock(new string('h', 150)),
        new TextBlock(new string('t', 2_000)),
        new ChoicesBlock([.. Enumerable.Range(1, 10).Select(i => new ShownChoice($"{i % 10}\uFE0F\u20E3", new string('c', 80)))]),
        new ButtonsBlock([.. Enumerable.Range(0, 25).Select(i => new ChatButton(new string('a', 97) + $"{i:000}", new string('l', 75)))]),
        new NoteBlock(new string('n', 200)),
    ])
    { Summary = new string('s', 150), Tone = ChatTone.Question };

    /// <summary>A table of as many rows as Chat allows.</summary>
    public static ChatMessage Table() => new(
        [new TableBlock([new TableColumn("Rank"), new TableColumn("Member"), new TableColumn("Points", true)], [.. Enumerable.Range(1, 25).Select(i => new TableRow([$"{i}.", $"Member {i}", $"{i * 10}"], i == 3))])])
    {
        Summary = "A table",
    };
}
