using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage.Dialects;

/// <summary>What differs between the database engines' SQL.</summary>
internal interface ISqlDialect
{
    /// <summary>True where one writer at a time is all the engine allows.</summary>
    bool HasOneWriter { get; }

    /// <summary>Dailies due by {0}, at most {1}.</summary>
    string TakeDueDailies { get; }

    string TakeDaily { get; }

    string TakeRound { get; }

    /// <summary>Rounds of the ids in the JSON array {0}, in order.</summary>
    string TakeRounds { get; }

    string TakeQuiz { get; }

    /// <summary>
    /// Ends a select from rounds that holds them to the end of the transaction, in order. Whoever writes answers, tallies or
    /// points of a round holds it, so that nobody overwrites what another host is writing, and nobody waits in a circle.
    /// </summary>
    string HoldRounds { get; }

    /// <summary>Holds the streaks of daily <c>@daily</c> to the end of the transaction; null where there is nobody to hold them against.</summary>
    string? HoldStreaks { get; }

    /// <summary>Holds answers, and all that is counted from them, against everybody; null where the transaction does so anyway.</summary>
    string? HoldAnswers { get; }

    /// <summary>
    /// The rows of the JSON array of arrays in parameter <c>@rows</c>, as <c>r</c>: many rows travel in one parameter, and the
    /// same statement takes any number of them.
    /// </summary>
    string Rows { get; }

    /// <summary>Column <paramref name="index"/> of <c>r</c>.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="type">Its type in PostgreSQL.</param>
    string Column(int index, string type);

    /// <summary>The bytes of a text in hexadecimal.</summary>
    string FromHex(string text);

    /// <summary>Whether the failure is that of a unique index.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Whether trying the same again may work: locked, busy, a lost connection, a deadlock.</summary>
    bool IsTransient(DbException exception);

    /// <summary>Closes the idle connections to the same database.</summary>
    void CloseIdle(DbConnection connection);
}
