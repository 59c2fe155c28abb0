using System.Data.Common;
using QuizBot.Engine.Answers;

namespace QuizBot.Storage.Answers;

internal static class AnswerReader
{
    /// <summary>Reads: round, member, marks, choice, text, self-mark, given, settled.</summary>
    public static Answer Read(DbDataReader row) => Answer.Restore(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : (SelfMark)row.GetInt32(5),
        row.GetInt64(6), row.GetBoolean(7));
}
