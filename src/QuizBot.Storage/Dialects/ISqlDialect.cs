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

    /// <summary>Ends a select that must hold its rows against a change of theirs.</summary>
    string ForShare { get; }

    /// <summary>
    /// The rows of the JSON array of arrays in parameter <c>@rows</c>, as <c>r</c>: many rows travel in one parameter, and the
    /// same prepared statement takes any number of them.
    /// </summary>
    string Rows { get; }

    /// <summary>Column <paramref name="index"/> of <c>r</c>.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="type">Its type in PostgreSQL.</param>
    string Column(int index, string type);

    /// <summary>Whether the failure is that of a unique index.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Whether trying the same again may work: locked, busy, a lost connection, a deadlock.</summary>
    bool IsTransient(DbException exception);

    /// <summary>Closes the idle connections to the same database.</summary>
    void CloseIdle(DbConnection connection);
}
