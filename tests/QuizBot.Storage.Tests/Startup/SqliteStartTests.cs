using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuizBot.Storage.Startup;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Startup;

public sealed class SqliteStartTests : IAsyncLifetime
{
    private TestDatabase? _test;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestDatabase Test => _test!;

    private string File => new SqliteConnectionStringBuilder(Test.ConnectionString).DataSource;

    private string Folder => Path.GetDirectoryName(File)!;

    public async ValueTask InitializeAsync() => _test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    [Fact]
    public async Task Start_NoFileNorFolder_MakesThem()
    {
        var file = Path.Combine(Folder, "new", "folder", "bot.db");
        await using var host = await HostProcess.StartAsync($"Data Source={file}");
        Assert.Equal(HostProcess.Started, host.Said);
        Assert.True(System.IO.File.Exists(file));
    }

    [Fact]
    public async Task Start_EmptyFile_IsTakenForANewDatabase()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], Cancellation);
        await StartAsync();
        await using var db = await Test.Database.ReadAsync(Cancellation);
        Assert.Empty(await db.Rounds.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Start_FileReadOnly_SaysSo()
    {
        System.IO.File.SetAttributes(File, FileAttributes.ReadOnly);
        await AssertRefusedAsync($"The database {File} is read-only. Make the file and its folder writable");
    }

    [Fact]
    public async Task Start_FileOfAnotherUser_SaysSo()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a file of another user.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Permissions are those of Linux.");
        Permit(Folder, (UnixFileMode)0b111_111_111);
        await using var host = await HostProcess.StartAsync(Test.ConnectionString, HostProcess.AsNobody);
        Assert.StartsWith($"The database {File} is read-only. ", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderReadOnly_SaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Permissions are those of Linux.");
        Permit(Folder, (UnixFileMode)0b101_101_101);
        await using (var host = await HostProcess.StartAsync(Test.ConnectionString, HostProcess.AsNobody))
            Assert.StartsWith($"The folder {Folder} is not writable for this user. Give the bot a folder of its own", host.Said, StringComparison.Ordinal);
        Permit(Folder, (UnixFileMode)0b111_101_101);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("touch {0}/bot.db.lock")]
    public async Task Start_FileSystemReadOnly_SaysSo(string before)
    {
        Assert.SkipUnless(await HostProcess.MayMountAsync(), "Mounting is not permitted here.");
        var prepare = string.Format(System.Globalization.CultureInfo.InvariantCulture, before, Folder);
        await using var host = await HostProcess.StartAsync(
            $"Data Source={Folder}/bot.db", HostProcess.WithTmpfs(Folder, 1_024, $"{prepare} && mount -o remount,ro '{Folder}'"));
        Assert.StartsWith($"The folder {Folder} cannot be used: Read-only file system", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoRoomForTheDatabase_SaysSo()
    {
        Assert.SkipUnless(await HostProcess.MayMountAsync(), "Mounting is not permitted here.");
        await using var host = await HostProcess.StartAsync($"Data Source={Folder}/bot.db", HostProcess.WithTmpfs(Folder, 64, "true"));
        Assert.StartsWith($"The disk that holds {Folder}/bot.db is full. Make room", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoRoomLeftWhileMigrating_SaysSoAndGoesOnOnceThereIsRoom()
    {
        System.IO.File.Delete(File);
        using (var database = OnOpen.Database(Test, new OnOpen("pragma max_page_count = 20")))
        {
            using var guard = new SqliteGuard(Options.Create(new StorageOptions { ConnectionString = Test.ConnectionString }));
            using var starter = new DatabaseStarter(database, guard);
            var refused = await Assert.ThrowsAsync<StorageRefusedException>(() => starter.StartAsync(Cancellation));
            Assert.StartsWith($"The disk that holds {File} is full. Make room", refused.Message, StringComparison.Ordinal);
        }

        await StartAsync();
    }

    [Fact]
    public async Task Start_NoDatabase_SaysSo()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 4_096), Cancellation);
        await AssertRefusedAsync($"The file {File} is no SQLite database. Storage:ConnectionString must name");
    }

    [Fact]
    public async Task Start_Folder_SaysSo()
    {
        System.IO.File.Delete(File);
        Directory.CreateDirectory(File);
        await AssertRefusedAsync($"The database {File} cannot be opened. Check that it is a file");
    }

    [Fact]
    public async Task Start_Damaged_SaysSo()
    {
        var content = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        content.AsSpan(100, 4_000).Fill(0xEE);
        await System.IO.File.WriteAllBytesAsync(File, content, Cancellation);
        await AssertRefusedAsync($"The database {File} is damaged. Put the newest backup in its place");
    }

    [Fact]
    public async Task Start_FromANewerVersion_NamesTheMigration()
    {
        await new World(Test.Database).RunSqlAsync("insert into \"__EFMigrationsHistory\" values ('29991231235959_Future', '99.0.0')");
        await AssertRefusedAsync(
            "The database was written by a newer QuizBot (it has the migration 29991231235959_Future). Run that version, or put back a backup");
    }

    [Fact]
    public async Task Start_LockedByAnotherProgram_SaysSoAndStartsOnceItIsFree()
    {
        await using (var other = await OtherProgramAsync())
        {
            await RunAsync(other, "pragma locking_mode = exclusive; begin exclusive; create table other (id); commit");
            await AssertRefusedAsync($"The database {File} is locked by another program. Close it");
        }

        await StartAsync();
    }

    // EF Core's lock is a row, which outlives its owner; waiting for it has no end.
    [Fact(Timeout = 60_000)]
    public async Task Start_LastOneKilledWhileMigrating_DoesNotWaitForIt()
    {
        await new World(Test.Database).RunSqlAsync(
            "create table if not exists \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-01-01')");
        await Test.Services.GetRequiredService<DatabaseStarter>().StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_SecondHostOfTheSameProcess_SaysSo()
    {
        await StartAsync();
        await using var second = Test.NewServices();
        var refused = await Assert.ThrowsAsync<StorageRefusedException>(
            () => second.GetRequiredService<DatabaseStarter>().StartAsync(Cancellation));
        Assert.StartsWith($"Another QuizBot runs on {File}. Stop it first", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhileAnotherProcessRuns_SaysSoAndStartsAfterItWasKilled()
    {
        await using var other = await HostProcess.StartAsync(Test.ConnectionString);
        Assert.Equal(HostProcess.Started, other.Said);
        await AssertRefusedAsync($"Another QuizBot runs on {File}. Stop it first");

        await other.KillAsync();

        await StartAsync();
    }

    [Fact]
    public async Task Connection_OfTheBot_WaitsBySqliteAloneAndFlushesEveryCommit()
    {
        await StartAsync();
        await using var db = await Test.Database.ReadAsync(Cancellation);
        await db.Database.OpenConnectionAsync(Cancellation);

        Assert.Equal(1, ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout);
        Assert.Equal("5000", await ValueAsync(db, "pragma busy_timeout"));
        Assert.Equal("2", await ValueAsync(db, "pragma synchronous"));
        Assert.Equal("1", await ValueAsync(db, "pragma foreign_keys"));
        Assert.Equal("wal", await ValueAsync(db, "pragma journal_mode"));
    }

    private static async Task<string?> ValueAsync(QuizDbContext db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }

    private async Task<SqliteConnection> OtherProgramAsync()
    {
        var connection = new SqliteConnection(Test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static void Permit(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(path, mode);
    }

    private Task StartAsync() => Test.Services.GetRequiredService<DatabaseStarter>().StartAsync(Cancellation);

    private async Task AssertRefusedAsync(string message)
    {
        var refused = await Assert.ThrowsAsync<StorageRefusedException>(StartAsync);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
