using Microsoft.Data.Sqlite;

namespace QuizBot.Playground.Store;

internal static class ReactionRows
{
    /// <returns>False where it was so already.</returns>
    public static bool Add(ChatWrite work, long message, string member, string emoji, long order) =>
        Changed(work, message, work.Connection.Execute(
            "insert into reactions (message, member, emoji, order_us) values ($1, $2, $3, $4) on conflict do nothing", message, member, emoji, order));

    /// <returns>False where it was so already.</returns>
    public static bool Remove(ChatWrite work, long message, string member, string emoji) =>
        Changed(work, message, work.Connection.Execute(
            "delete from reactions where message = $1 and member = $2 and emoji = $3", message, member, emoji));

    public static List<StoredReaction> Of(SqliteConnection connection, long message) =>
        connection.Query(
            "select message, emoji, member from reactions where message = $1 order by order_us",
            row => new StoredReaction(row.GetInt64(0), row.GetString(1), row.GetString(2)), message);

    private static bool Changed(ChatWrite work, long message, int rows)
    {
        if (rows > 0)
            work.Touch(message);
        return rows > 0;
    }
}
