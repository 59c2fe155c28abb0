using Microsoft.Data.Sqlite;

namespace QuizBot.Playground.Store;

/// <summary>A transaction that writes.</summary>
internal sealed class ChatWrite(SqliteConnection connection, long nowUs)
{
    private readonly SortedSet<long> touched = [];

    public SqliteConnection Connection => connection;

    /// <summary>Microseconds since 1970.</summary>
    public long NowUs => nowUs;

    /// <summary>The messages it changed.</summary>
    public IReadOnlyCollection<long> Touched => touched;

    /// <summary>Larger than any before, and now as long as the clock does not go back.</summary>
    public long NextOrder() =>
        connection.Number("update counters set order_us = max(order_us + 1, $1) returning order_us", nowUs)!.Value;

    public long NextSequence() => connection.Number("update counters set seq = seq + 1 returning seq")!.Value;

    /// <summary>Marks a message as changed: pages will be told when the transaction is committed.</summary>
    public void Touch(long message)
    {
        touched.Add(message);
        connection.Execute("update messages set seq = $2 where id = $1", message, NextSequence());
    }

    /// <summary>Marks a message that was inserted with its own sequence.</summary>
    public void Inserted(long message) => touched.Add(message);
}
