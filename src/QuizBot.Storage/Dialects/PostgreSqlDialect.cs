using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QuizBot.Storage.Dialects;

internal sealed class PostgreSqlDialect : ISqlDialect
{
    public bool HasOneWriter => false;

    public string TakeDueDailies =>
        "select * from dailies where next_due <= {0} order by next_due limit {1} for update skip locked";

    public string TakeDaily => "select * from dailies where id = {0} for update";

    public string TakeRound => "select * from rounds where id = {0} for update";

    public string TakeRounds =>
        "select * from rounds where id in (select value::bigint from jsonb_array_elements_text({0}::jsonb)) order by id for update";

    public string TakeQuiz => "select * from quizzes where id = {0} for update";

    public string HoldRounds => "order by id for no key update";

    // Streaks that do not exist yet have no row to hold.
    public string? HoldStreaks => "select pg_advisory_xact_lock(hashtextextended('quizbot.streaks', @daily))";

    // Answers first: all who write any of these begin there.
    public string? HoldAnswers => "lock table answers, tallies, scores, topic_records, streaks in share row exclusive mode";

    public string Rows => "jsonb_array_elements(@rows::jsonb) r(value)";

    public string Column(int index, string type) =>
        string.Create(CultureInfo.InvariantCulture, $"(r.value->>{index})::{type}");

    public string FromHex(string text) => $"decode({text}, 'hex')";

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool IsTransient(DbException exception) => exception is NpgsqlException { IsTransient: true };

    public void CloseIdle(DbConnection connection) => NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
}
