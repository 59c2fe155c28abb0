using Microsoft.Data.Sqlite;

namespace QuizBot.Host.Tests.Processes;

internal static class SqlExtensions
{
    public static void Run(this SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The rows, each as the values of its columns; null where there is none.</summary>
    public static List<object?[]> Rows(this SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The rows as text, one a line, so that two tables are compared by one assertion.</summary>
    public static List<string> Texts(this SqliteConnection connection, string sql, params object[] values) =>
        [.. connection.Rows(sql, values).Select(row => string.Join('|', row.Select(v => v ?? "-")))];

    public static long Number(this SqliteConnection connection, string sql, params object[] values) => (long)connection.Rows(sql, values)[0][0]!;

    private static SqliteCommand Command(this SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }
}
