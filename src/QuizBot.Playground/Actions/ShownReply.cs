using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Playground.Content;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.Store;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Actions;

/// <summary>What the page and the store make of a reply.</summary>
internal sealed record ShownReply(ActionOutcome Outcome, NewMessage? Stored = null, long? Replaces = null)
{
    /// <exception cref="InvalidOperationException">The bot replied what no platform takes.</exception>
    public static ShownReply Of(ChatReply? reply, ReplyPlace place) => reply switch
    {
        null => new(new ActionOutcome()),
        PublicReply shown => new(new ActionOutcome(), Message(shown.Content, place) with { Used = place.CommandPath }),
        PrivateReply told => new(new ActionOutcome(), Private(told.Content, place)),
        UpdateReply update => new(new ActionOutcome(), Private(update.Content, place), place.PrivateMessage),
        FormReply form => new(new ActionOutcome(Form: form)),
        _ => throw new NotSupportedException($"The playground cannot show a {reply.GetType().Name} yet."),
    };

    private static NewMessage Private(ChatMessage content, ReplyPlace place) =>
        Message(content, place) with { OnlyFor = place.Member.Id, Used = place.Command };

    private static NewMessage Message(ChatMessage content, ReplyPlace place) =>
        ContentLimits.Broken(content) is { } reason
            ? throw new InvalidOperationException($"The bot's reply fits no platform: {reason}.")
            : new(place.Channel, Cast.QuizBot.Id, content.Summary)
            {
                Thread = place.Thread,
                Content = WireContent.ToJson(content),
                UsedBy = place.Command is null ? null : place.Member.Id,
            };
}
