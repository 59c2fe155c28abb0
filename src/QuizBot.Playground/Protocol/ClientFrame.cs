using System.Text.Json.Serialization;

namespace QuizBot.Playground.Protocol;

/// <summary>What a page sends. An <c>id</c> is the page's own; the same id is the same action, however often it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(History), "history")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(Submit), "submit")]
[JsonDerivedType(typeof(Complete), "complete")]
internal abstract record ClientFrame
{
    /// <summary>The first frame: who it is, and the last change it saw (null where it saw none).</summary>
    internal sealed record Hello(string As, long? After = null) : ClientFrame;

    /// <summary>A frame that is answered by its id.</summary>
    internal abstract record Request(string Id) : ClientFrame;

    /// <summary>Asks for the messages before one, or the newest.</summary>
    internal sealed record History(string Id, string Channel, long? Thread = null, long? Before = null) : Request(Id);

    /// <summary>Asks for values of a half-typed option.</summary>
    internal sealed record Complete(string Id, string Command, string Option, string Typed) : Request(Id);

    /// <summary>A frame that is done once.</summary>
    internal abstract record Action(string Id) : Request(Id);

    /// <summary>Says something; a line that starts with a slash is a command.</summary>
    internal sealed record Say(string Id, string Channel, string Text, long? Thread = null) : Action(Id);

    internal sealed record React(string Id, long Message, string Emoji, bool On) : Action(Id);

    internal sealed record Press(string Id, long Message, string Button) : Action(Id);

    /// <summary>Sends a form; <c>From</c> is the message whose button opened it.</summary>
    internal sealed record Submit(string Id, string Channel, string Form, IReadOnlyDictionary<string, string> Fields, long? From = null, long? Thread = null)
        : Action(Id);
}
