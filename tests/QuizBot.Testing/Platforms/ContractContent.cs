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

    /// <summary>Every kind of span and block there is.</summary>
    public static ChatMessage EveryKind(string memberId, string channelId) => new(
    [
        new HeadingBlock("A heading"),
        new TextBlock("plain " + ChatText.Bold("bold") + " " + ChatText.Code("code") + " " + ChatText.Link("title", "https://example.org/a?b=c&d")
            + " " + ChatText.Member(memberId, "Somebody") + " " + ChatText.Channel(channelId) + " "
            + ChatText.Time(DateTimeOffset.UnixEpoch, TimeStyle.Time) + ChatText.Time(DateTimeOffset.UnixEpoch, TimeStyle.DateTime)
            + ChatText.Time(DateTimeOffset.UnixEpoch, TimeStyle.Relative)),
        new CodeBlock("def f(x):\n    return `x`", "python"),
        new ChoicesBlock([new ShownChoice("1️⃣", "one", true, 3, 0.75), new ShownChoice("2️⃣", ChatText.Code("two"), false, 1, 0.25)]),
        new TableBlock([new TableColumn("Head")], [new TableRow(["cell"], Highlighted: true)]),
        new ButtonsBlock([new ChatButton("a:1", "Press", IsMain: true)]),
        new NoteBlock("a note"),
    ])
    { Summary = "Every kind", Tone = ChatTone.Result };

    /// <summary>A table of as many rows as Chat allows.</summary>
    public static ChatMessage Table() => new(
        [new TableBlock([new TableColumn("Rank"), new TableColumn("Member"), new TableColumn("Points", true)], [.. Enumerable.Range(1, 25).Select(i => new TableRow([$"{i}.", $"Member {i}", $"{i * 10}"], i == 3))])])
    {
        Summary = "A table",
    };
}
