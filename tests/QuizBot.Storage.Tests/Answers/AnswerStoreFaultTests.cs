using System.Data.Common;
using Microsoft.Data.Sqlite;
using QuizBot.Engine.Questions;
using QuizBot.Storage.Answers;
using QuizBot.Storage.Tests.Startup;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>What goes wrong under a running bot.</summary>
public sealed class AnswerStoreOnSqliteFaultTests() : AnswersTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Write_DiskFull_FailsWithNothingWrittenAndWorksOnceThereIsRoom()
    {
        await WriteAsync(By.Press(Round, 0, 0));
        var room = new OnOpen("pragma max_page_count = 1"); // never below what is in use
        using var database = OnOpen.Database(Test, room);
        var store = new AnswerStore(database);
        AnswerChange[] many = [.. Enumerable.Range(1, 500).Select(m => By.Type(Round, m, new string('x', QuestionLimits.Typed)))];

        var full = await Assert.ThrowsAnyAsync<DbException>(() => store.WriteAsync(many, Cancellation));
        Assert.Equal(13, Assert.IsType<SqliteException>(full).SqliteErrorCode);
        Assert.False(database.IsTransient(full));
        Assert.Single(await StoredAsync());
        Assert.Equal(await CountedAsync(), await TalliesAsync());

        room.Sql = "pragma max_page_count = 1000000";
        await store.WriteAsync(many, Cancellation);
        Assert.Equal(501, (await StoredAsync()).Count);
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }

    [Fact]
    public async Task Write_LockedByAnotherProgram_FailsInTheEndAndWorksOnceItIsFree()
    {
        await using (await OtherProgramAsync("begin immediate"))
        {
            var locked = await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(By.Press(Round, 1, 0)));
            Assert.Equal(5, Assert.IsType<SqliteException>(locked).SqliteErrorCode);
            Assert.True(Database.IsTransient(locked));
        }

        Assert.Empty(await StoredAsync());
        Assert.Equal(AnswerStatus.Recorded, (await WriteOneAsync(By.Press(Round, 1, 0))).Status);
    }

    [Fact]
    public async Task Write_LockedForAMomentByAnotherProgram_Waits()
    {
        var other = await OtherProgramAsync("begin immediate");
        var written = Task.Run(() => WriteOneAsync(By.Press(Round, 1, 0)), Cancellation);
        await other.DisposeAsync();
        Assert.Equal(AnswerStatus.Recorded, (await written).Status);
    }

    private async Task<SqliteConnection> OtherProgramAsync(string sql)
    {
        var connection = new SqliteConnection(Test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }
}

public sealed class AnswerStoreOnPostgreSqlFaultTests() : AnswersTest(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task Write_ConnectionsLost_FailsAsTransientAtMostOnceAndThenWorks()
    {
        await WriteAsync(By.Press(Round, 1, 0));
        var server = await PostgreSqlServer.StartedAsync();
        await server.RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
            new Npgsql.NpgsqlConnectionStringBuilder(Test.ConnectionString).Database!);

        try
        {
            await WriteAsync(By.Press(Round, 2, 0));
        }
        catch (DbException lost)
        {
            Assert.True(Database.IsTransient(lost), lost.ToString());
        }

        await WriteAsync(By.Press(Round, 2, 0), By.Press(Round, 3, 0));
        Assert.Equal(3, (await StoredAsync()).Count);
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }
}
