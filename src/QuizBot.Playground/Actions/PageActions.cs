using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Playground.Content;
using QuizBot.Playground.Live;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.Store;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Actions;

/// <summary>
/// Does what members do, each action once. It goes on when the page that asked is gone; a page that sends the same action
/// again waits for the first, or hears what came of it.
/// </summary>
internal sealed partial class PageActions(ChatStore store, BotLine line, IHostApplicationLifetime application, ILogger<PageActions> logger)
{
    private readonly ConcurrentDictionary<ActionKey, Lazy<Task<ActionOutcome>>> running = new();

    public Task<ActionOutcome> DoAsync(Person member, ClientFrame.Action frame)
    {
        if (ActionChecks.Refusal(frame) is { } refusal)
            return Task.FromResult(new ActionOutcome(refusal));
        var key = new ActionKey(member.Id, frame.Id);
        return running.GetOrAdd(key, _ => new(() => RunAsync(member, key, frame))).Value;
    }

    private async Task<ActionOutcome> RunAsync(Person member, ActionKey key, ClientFrame.Action frame)
    {
        try
        {
            return await (frame switch
            {
                ClientFrame.Say say => SayAsync(member, key, say),
                ClientFrame.React react => ReactAsync(member, key, react),
                ClientFrame.Press press => PressAsync(member, key, press),
                ClientFrame.Submit submit => SubmitAsync(member, key, submit),
                _ => throw new NotSupportedException($"The playground cannot do a {frame.GetType().Name} yet."),
            });
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }

    private Task<ActionOutcome> SayAsync(Person member, ActionKey key, ClientFrame.Say say)
    {
        var text = Words.Clean(say.Text);
        if (!IsThread(say.Thread, say.Channel))
            return Refuse("This thread is not there.");
        if (!text.StartsWith('/'))
        {
            store.Say(key, new(say.Channel, member.Id, Words.Summary(text)) { Body = text, Thread = say.Thread });
            return Task.FromResult(new ActionOutcome());
        }
        var action = store.Begin(key);
        var place = new ReplyPlace(member, say.Channel, say.Thread) { Command = text, CommandPath = line.CommandOf(text) };
        return HandInAsync(action, new CommandTyped(action.EventId, Cast.Channel(say.Channel), member.AsMember, Words.WithMemberIds(text)), place);
    }

    private Task<ActionOutcome> ReactAsync(Person member, ActionKey key, ClientFrame.React react)
    {
        if (Seen(react.Message, member) is not { OnlyFor: null } message)
            return Refuse("This message is not there, or takes no reactions.");
        var standing = message.Reactions.Select(r => r.Emoji).Distinct().ToList();
        var emoji = EmojiForm.As(react.Emoji, standing);
        if (react.On && standing.Count >= ActionChecks.MostEmoji && !standing.Contains(emoji))
            return Refuse($"A message has at most {ActionChecks.MostEmoji} different reactions.");
        var action = store.React(key, message.Id, emoji, react.On);
        return HandInAsync(
            action,
            new ReactionChanged(action.EventId, Ref(message), member.AsMember, emoji, react.On, action.Order),
            new(member, message.Channel, message.Thread));
    }

    private Task<ActionOutcome> PressAsync(Person member, ActionKey key, ClientFrame.Press press)
    {
        if (Seen(press.Message, member) is not { Content: not null } message)
            return Refuse("This message is not there, or has no buttons.");
        var action = store.Begin(key);
        return HandInAsync(
            action,
            new ButtonPressed(action.EventId, Ref(message), member.AsMember, press.Button, action.Order),
            new(member, message.Channel, message.Thread) { PrivateMessage = message.OnlyFor is null ? null : message.Id });
    }

    private Task<ActionOutcome> SubmitAsync(Person member, ActionKey key, ClientFrame.Submit submit)
    {
        if (!IsThread(submit.Thread, submit.Channel))
            return Refuse("This thread is not there.");
        var from = submit.From is { } id ? Seen(id, member) : null;
        var action = store.Begin(key);
        var fields = submit.Fields.ToDictionary(f => f.Key, f => Words.Clean(f.Value));
        return HandInAsync(
            action,
            new FormSubmitted(action.EventId, Cast.Channel(submit.Channel), member.AsMember, submit.Form, fields, action.Order),
            new(member, submit.Channel, submit.Thread) { PrivateMessage = from?.OnlyFor is null ? null : from.Id });
    }

    private async Task<ActionOutcome> HandInAsync(StoredAction action, ChatEvent happened, ReplyPlace place)
    {
        if (action.Outcome is { } known)
            return JsonSerializer.Deserialize(known, PlaygroundJson.Default.ActionOutcome)!;
        var shown = await HandInAsync(happened, place);
        store.Finish(action, shown.Outcome, shown.Stored, shown.Replaces);
        return shown.Outcome;
    }

    private async Task<ShownReply> HandInAsync(ChatEvent happened, ReplyPlace place)
    {
        try
        {
            return ShownReply.Of(await line.HandleAsync(happened, application.ApplicationStopping), place);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(fault, happened.GetType().Name, happened.Id);
            return new(new ActionOutcome($"QuizBot could not do that. Its log says more, at {happened.Id}."));
        }
    }

    private StoredMessage? Seen(long message, Person member) => store.Find(message) is { } found && found.IsSeenBy(member.Id) ? found : null;

    private bool IsThread(long? root, string channel) =>
        root is not { } id || store.Find(id) is { Thread: null, OnlyFor: null } found && found.Channel == channel;

    private static MessageRef Ref(StoredMessage message) => new(Cast.Channel(message.Channel), message.Id.ToString(CultureInfo.InvariantCulture));

    private static Task<ActionOutcome> Refuse(string reason) => Task.FromResult(new ActionOutcome(reason));

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed over {Event}; reference {Reference}")]
    private partial void LogFailed(Exception fault, string @event, string reference);
}
