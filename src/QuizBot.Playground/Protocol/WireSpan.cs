using System.Text.Json.Serialization;
using QuizBot.Chat.Messages;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Protocol;

/// <summary>A <see cref="TextSpan"/> as the page reads it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Plain), "plain")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(Literal), "code")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Member), "member")]
[JsonDerivedType(typeof(Channel), "channel")]
[JsonDerivedType(typeof(Moment), "moment")]
internal abstract record WireSpan
{
    public static IReadOnlyList<WireSpan> From(ChatText text) => [.. text.Spans.Select(From)];

    private static WireSpan From(TextSpan span) => span switch
    {
        PlainSpan plain => new Plain(plain.Text),
        BoldSpan bold => new Bold(bold.Text),
        CodeSpan code => new Literal(code.Text),
        LinkSpan link => new Link(link.Title, link.Url),
        MemberSpan member => new Member(member.Id, member.Name),
        ChannelSpan channel => new Channel(Cast.FindRoom(channel.Id)?.Name ?? channel.Id),
        MomentSpan moment => new Moment(moment.At.ToUnixTimeMilliseconds(), moment.Style),
        _ => throw new NotSupportedException($"The playground cannot show a {span.GetType().Name} yet."),
    };

    internal sealed record Plain(string Text) : WireSpan;

    internal sealed record Bold(string Text) : WireSpan;

    internal sealed record Literal(string Text) : WireSpan;

    internal sealed record Link(string Title, string Url) : WireSpan;

    internal sealed record Member(string Id, string Name) : WireSpan;

    internal sealed record Channel(string Name) : WireSpan;

    /// <param name="At">Milliseconds since 1970.</param>
    /// <param name="Style">How it is shown.</param>
    internal sealed record Moment(long At, TimeStyle Style) : WireSpan;
}
