using System.Text.Json.Serialization;
using QuizBot.Chat.Commands;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Protocol;

/// <summary>What a page hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Earlier), "history")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(BotChanged), "bot")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record ServerFrame
{
    /// <summary>Answers hello.</summary>
    /// <param name="You">Who the page is.</param>
    /// <param name="Now">The server's time, milliseconds since 1970.</param>
    /// <param name="Seq">The last change it now knows of.</param>
    /// <param name="Newest">The id of the last message there is.</param>
    /// <param name="Missed">What changed since the page's last change, the oldest first.</param>
    /// <param name="Restart">So much changed that the page does better to ask for the newest messages again.</param>
    /// <param name="Bot">The bot as it is now.</param>
    internal sealed record Welcome(string You, long Now, long Seq, long Newest, IReadOnlyList<WireMessage> Missed, bool Restart, WireBot Bot) : ServerFrame
    {
        public string Workspace { get; } = Cast.WorkspaceName;
        public IReadOnlyList<Room> Channels { get; } = Cast.Rooms;
        public IReadOnlyList<WireMember> Members { get; } = [.. Cast.People.Select(WireMember.From)];
    }

    /// <summary>A page of a channel or a thread, in order.</summary>
    /// <param name="Id">Of the request.</param>
    /// <param name="Messages">The page.</param>
    /// <param name="More">Whether there are earlier ones.</param>
    /// <param name="Root">The message above the thread; null for a channel.</param>
    internal sealed record Earlier(string Id, IReadOnlyList<WireMessage> Messages, bool More, WireMessage? Root = null) : ServerFrame;

    /// <summary>A message is new or has changed.</summary>
    internal sealed record Changed(WireMessage Message) : ServerFrame;

    /// <summary>The bot came or went.</summary>
    internal sealed record BotChanged(WireBot Bot) : ServerFrame;

    /// <summary>An action is durable and handled.</summary>
    internal sealed record Done(string Id, ActionOutcome Outcome) : ServerFrame;

    internal sealed record Completed(string Id, IReadOnlyList<OptionChoice> Values) : ServerFrame;

    /// <summary>A frame that was not understood or may not be.</summary>
    internal sealed record Refused(string Error, string? Id = null) : ServerFrame;
}
