using System.Net;
using System.Net.Sockets;
using QuizBot.Host.Tests.Processes;
using QuizBot.Storage;
using QuizBot.Testing.Databases;

namespace QuizBot.Host.Tests;

/// <summary>What an operator gets wrong is one line on standard error and exit code 1, without a stack trace or a secret.</summary>
public sealed class RefusalTests
{
    private const string Secret = "tr0ub4dor";

    [Theory]
    [InlineData("Storage__Provider", "MySql", "Storage:Provider is 'MySql'")]
    [InlineData("Storage__ConnectionString", "Datei=quizbot.db;Password=" + Secret, "Storage:ConnectionString")]
    [InlineData("Storage__ConnectionString", "Data Source=:memory:", "in memory")]
    [InlineData("Playground__Url", "http://0.0.0.0:5080", "Playground:Url must be a loopback address")]
    [InlineData("Playground__Url", "five thousand", "Playground:Url")]
    [InlineData("Playground__Enabled", "perhaps", "Playground:Enabled")]
    [InlineData("Http__Url", "five thousand", "Http:Url")]
    [InlineData("Questions__Path", "no-such-folder", "The questions folder is missing")]
    [InlineData("Quiz__Seconds", "4", "Quiz:Seconds is 4; it must be 5 to 300")]
    [InlineData("Quiz__Seconds", "soon", "Quiz:Seconds")]
    [InlineData("Quiz__Lobby", "02:00:00", "Quiz:Lobby")]
    [InlineData("Daily__CatchUp", "8.00:00:00", "Daily:CatchUp")]
    public async Task Run_BadSetting_Refused(string setting, string value, string expected)
    {
        await using var house = new House();
        house.Settings[setting] = value;

        await RefusesAsync(house, expected);
    }

    [Fact]
    public async Task Run_PortTaken_Refused()
    {
        await using var house = new House();
        using var other = new TcpListener(IPAddress.Loopback, house.Address.Port);
        other.Start();

        await RefusesAsync(house, "Another program listens there");
    }

    [Fact]
    public async Task Run_SameFileAsAnother_Refused()
    {
        await using var house = new House();
        await using var first = await house.StartAsync();
        house.Settings["Playground__Url"] = $"http://127.0.0.1:{FreePort.Next()}";

        await RefusesAsync(house, $"Another QuizBot runs on {house.DatabaseFile}");
    }

    [Fact]
    public async Task Run_DatabaseOfNewerVersion_Refused()
    {
        await using var house = await StartedOnceAsync();
        using (var database = house.OpenDatabase())
            database.Run("insert into __EFMigrationsHistory values ('29991231000000_Later', '99.0.0')");

        await RefusesAsync(house, "written by a newer QuizBot");
    }

    [Fact]
    public async Task Run_ConversationOfNewerVersion_Refused()
    {
        await using var house = await StartedOnceAsync();
        using (var chat = house.OpenChat())
            chat.Run("pragma user_version = 99");

        await RefusesAsync(house, "written by a newer QuizBot");
    }

    [Theory]
    [InlineData("quizbot.db", "is no SQLite database")]
    [InlineData("playground.db", "The playground cannot keep its conversation")]
    public async Task Run_FileIsNoDatabase_Refused(string file, string expected)
    {
        await using var house = new House();
        Directory.CreateDirectory(Path.Combine(house.Folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "data", file), new string('x', 8192), TestContext.Current.CancellationToken);

        await RefusesAsync(house, expected);
    }

    [Fact]
    public async Task Run_ReadOnlyFile_Refused()
    {
        await using var house = await StartedOnceAsync();
        File.SetAttributes(house.DatabaseFile, FileAttributes.ReadOnly);

        await RefusesAsync(house, "is read-only");
    }

    [Fact]
    public async Task Run_DataFolderIsAFile_Refused()
    {
        await using var house = new House();
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "data"), "", TestContext.Current.CancellationToken);

        await RefusesAsync(house, Path.Combine(house.Folder, "data"));
    }

    [Fact]
    public async Task Run_PostgreSqlUnreachable_Refused()
    {
        await using var house = new House();
        house.Settings["Storage__Provider"] = "PostgreSql";
        house.Settings["Storage__ConnectionString"] = $"Host=127.0.0.1;Port={FreePort.Next()};Database=quizbot;Username=quizbot;Password={Secret}";

        await RefusesAsync(house, "PostgreSQL cannot be reached");
    }

    [Fact]
    public async Task Run_PostgreSqlWrongPassword_Refused()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(StorageProvider.PostgreSql);
        await using var house = new House();
        house.Settings["Storage__Provider"] = "PostgreSql";
        house.Settings["Storage__ConnectionString"] = $"{database.ConnectionString};Password={Secret}";

        await RefusesAsync(house, "refuses the user or password");
    }

    [Fact]
    public async Task Run_PostgreSqlWithoutConnectionString_Refused()
    {
        await using var house = new House();
        house.Settings["Storage__Provider"] = "PostgreSql";

        await RefusesAsync(house, "Storage:ConnectionString is empty");
    }

    [Fact]
    public async Task Run_UnknownWord_Refused()
    {
        await using var house = new House();

        var (code, _, errors) = await house.RunAsync("walk");

        Assert.Equal(1, code);
        Assert.Contains("walk", string.Join('\n', errors), StringComparison.Ordinal);
    }

    private static async Task<House> StartedOnceAsync()
    {
        var house = new House();
        await using var host = await house.StartAsync();
        await host.EndAsync(Signal.Terminate);
        return house;
    }

    private static async Task RefusesAsync(House house, string expected)
    {
        var (code, output, errors) = await house.RunAsync();

        var said = string.Join('\n', output.Concat(errors));
        Assert.True(code == 1, $"It ended with {code}:\n{said}");
        var line = Assert.Single(errors);
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
    }
}
