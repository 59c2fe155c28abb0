namespace QuizBot.Playground.Store;

internal static class ActionRows
{
    /// <summary>The action of this key, which is stored where it is new.</summary>
    public static StoredAction Begin(ChatWrite work, ActionKey key, out bool isNew)
    {
        var known = work.Connection.Query(
            "select id, order_us, outcome from actions where member = $1 and client_id = $2",
            row => new StoredAction(row.GetInt64(0), row.GetInt64(1), row.TextOrNull(2)), key.Member, key.ClientId);
        isNew = known.Count == 0;
        if (!isNew)
            return known[0];
        var order = work.NextOrder();
        var id = work.Connection.Number(
            "insert into actions (member, client_id, order_us) values ($1, $2, $3) returning id", key.Member, key.ClientId, order);
        return new(id!.Value, order, null);
    }

    public static void Finish(ChatWrite work, long id, string outcome) =>
        work.Connection.Execute("update actions set outcome = $2 where id = $1", id, outcome);
}
