namespace QuizBot.Chat.Messages;

/// <summary>Text with a few meanings in it. A plain string converts to it and is shown to the letter.</summary>
/// <param name="Spans">In order.</param>
public sealed record ChatText(IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Plain text.</summary>
    public static implicit operator ChatText(string text) => new([new PlainSpan(text)]);

    /// <summary>One after the other.</summary>
    public static ChatText operator +(ChatText left, ChatText right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left.Spans, .. right.Spans]);
    }

    /// <summary>One after the other.</summary>
    public static ChatText Add(ChatText left, ChatText right) => left + right;

    /// <summary>Plain text; the same as the conversion.</summary>
    public static ChatText FromString(string text) => text;

    /// <summary>Bold text.</summary>
    public static ChatText Bold(string text) => new([new BoldSpan(text)]);

    /// <summary>Inline code.</summary>
    public static ChatText Code(string text) => new([new CodeSpan(text)]);

    /// <summary>A link.</summary>
    public static ChatText Link(string title, string url) => new([new LinkSpan(title, url)]);

    /// <summary>A member's name.</summary>
    public static ChatText Member(string id, string name) => new([new MemberSpan(id, name)]);

    /// <summary>A channel's name.</summary>
    public static ChatText Channel(string id) => new([new ChannelSpan(id)]);

    /// <summary>A time, in each reader's own zone.</summary>
    public static ChatText Time(DateTimeOffset at, TimeStyle style) => new([new MomentSpan(at, style)]);
}
