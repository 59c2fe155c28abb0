using System.Data.Common;
using QuizBot.Engine.Answers;

namespace QuizBot.Storage.Answers;

internal static class AnswerReader
{
    /// <summary>Reads marks, choice, text, self-mark, given, settled, from the given column on.</summary>
    public static Answer Read(DbDataReader row, int first, long round, long member) => Answer.Restore(
        round, member, row.GetString(first),
        row.IsDBNull(first + 1) ? null : row.GetInt32(first + 1),
        row.IsDBNull(first + 2) ? null : row.GetString(first + 2),
        row.IsDBNull(first + 3) ? null : (SelfMark)row.GetInt32(first + 3),
        row.GetInt64(first + 4), row.GetBoolean(first + 5));
}
