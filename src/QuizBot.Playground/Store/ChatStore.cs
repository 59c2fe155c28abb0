using System.Text.Json;
using QuizBot.Playground.Protocol;

namespace QuizBot.Playground.Store;

/// <summary>What is said in the playground. Each method is one transaction.</summary>
internal sealed class ChatStore(ChatDatabase database)
{
    public StoredMessage? Find(long id) => database.Read(c => MessageRows.Find(c, id));

    public long? FindByKey(string channel, string key) => database.Read(c => MessageRows.ByKey(c, channel, key));

    public IReadOnlyList<StoredReaction> Reactions(long message) => database.Read(c => ReactionRows.Of(c, message));

    public IReadOnlyList<StoredMessage> Page(string member, string channel, long? thread, long before, int count) =>
        database.Read(c => MessageRows.Page(c, member, channel, thread, before, count));

    /// <summary>Hands over what a member missed, the last sequence and the last message there is, before anything more happens.</summary>
    public void CatchUp(string member, long? after, int count, Action<IReadOnlyList<StoredMessage>, long, long> take) => database.Read<bool>(c =>
    {
        var missed = after is { } sequence ? MessageRows.ChangedSince(c, member, sequence, count) : [];
        take(missed, c.Number("select seq from counters")!.Value, c.Number("select coalesce(max(id), 0) from messages")!.Value);
        return true;
    });

    /// <summary>Stores a message; where its key is known already, the first one stays the only one.</summary>
    public long Post(NewMessage message) => database.Write(work =>
        (message.PostKey is { } key ? MessageRows.ByKey(work.Connection, message.Channel, key) : null) ?? MessageRows.Insert(work, message));

    public void Edit(long id, string content, string summary) => database.Write(work => MessageRows.Replace(work, id, content, summary));

    public void NameThread(long root, string name) => database.Write(work => MessageRows.NameThread(work, root, name));

    public void AddReactions(long message, string member, IReadOnlyList<string> emoji) => database.Write(work =>
    {
        foreach (var one in emoji)
            ReactionRows.Add(work, message, member, one, work.NextOrder());
    });

    public void RemoveReaction(long message, string member, string emoji) =>
        database.Write(work => _ = ReactionRows.Remove(work, message, member, emoji));

    /// <summary>Remembers that a member did something; where they had done so before, nothing happens.</summary>
    public StoredAction Begin(ActionKey key) => database.Write(work => ActionRows.Begin(work, key, out _));

    /// <summary>A member says something, which is all that is to be done.</summary>
    public void Say(ActionKey key, NewMessage message) => database.Write(work =>
    {
        var action = ActionRows.Begin(work, key, out var isNew);
        if (!isNew)
            return;
        MessageRows.Insert(work, message);
        ActionRows.Finish(work, action.Id, ToJson(new()));
    });

    /// <summary>A member reacts or takes a reaction back. Where that changes nothing, the action is finished at once.</summary>
    public StoredAction React(ActionKey key, long message, string emoji, bool on) => database.Write(work =>
    {
        var action = ActionRows.Begin(work, key, out var isNew);
        if (!isNew)
            return action;
        var changed = on
            ? ReactionRows.Add(work, message, key.Member, emoji, action.Order)
            : ReactionRows.Remove(work, message, key.Member, emoji);
        if (changed)
            return action;
        ActionRows.Finish(work, action.Id, ToJson(new()));
        return action with { Outcome = ToJson(new()) };
    });

    /// <summary>The bot has handled an action: its reply and the outcome become durable together.</summary>
    public void Finish(StoredAction action, ActionOutcome outcome, NewMessage? reply, long? replaces) => database.Write(work =>
    {
        if (reply is not null && replaces is { } id)
            MessageRows.Replace(work, id, reply.Content!, reply.Summary);
        else if (reply is not null)
            MessageRows.Insert(work, reply);
        ActionRows.Finish(work, action.Id, ToJson(outcome));
    });

    private static string ToJson(ActionOutcome outcome) => JsonSerializer.Serialize(outcome, PlaygroundJson.Default.ActionOutcome);
}
