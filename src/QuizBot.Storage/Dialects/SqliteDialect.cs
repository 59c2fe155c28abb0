using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage.Dialects;

internal sealed class SqliteDialect : ISqlDialect
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;

    public bool HasOneWriter => true;

    public string TakeDueDailies => "select * from dailies where next_due <= {0} order by next_due limit {1}";

    public string TakeDaily => "select * from dailies where id = {0}";

    public string TakeRound => "select * from rounds where id = {0}";

    public string TakeRounds => "select * from rounds where id in (select value from json_each({0}))";

    public string TakeQuiz => "select * from quizzes where id = {0}";

    public string HoldRounds => "";

    public string? HoldStreaks => null;

    public string? HoldAnswers => null;

    // jsonb: json_each would write each row out as text, and each column read it again. Since SQLite 3.51; the bot brings its own.
    public string Rows => "jsonb_each(@rows) r";

    public string Column(int index, string type) => string.Create(CultureInfo.InvariantCulture, $"r.value->>{index}");

    public string FromHex(string text) => $"unhex({text})";

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public bool IsTransient(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public void CloseIdle(DbConnection connection) => SqliteConnection.ClearPool((SqliteConnection)connection);
}
