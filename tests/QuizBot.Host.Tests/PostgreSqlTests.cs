using System.Globalization;
using Npgsql;
using QuizBot.Host.Tests.Processes;
using QuizBot.Host.Tests.Wire;
using QuizBot.Storage;
using QuizBot.Testing.Databases;

namespace QuizBot.Host.Tests;

public sealed class PostgreSqlTests
{
    [Fact]
    public async Task Run_PostgreSqlByConfiguration_PlaysAndSharesTheClock()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(StorageProvider.PostgreSql);
        await using var house = Configured(database);
        await using var host = await house.StartAsync();
        await using var page = new Page(house.Address, "diego");
        var question = await page.SeesAsync(m => m.Channel == "team" && m.Reactions.Count > 1);
        await page.ReactAsync(question.Id, question.Reactions.Keys.First());
        Assert.Equal(["0"], await ReadAsync(database, "select choice from answers"));

        // A second host, with health alone, takes its place in the scheduler's cluster.
        await using var other = Configured(database);
        other.Settings.Remove("Playground__Url");
        other.Settings["Playground__Enabled"] = "false";
        other.Settings["Http__Url"] = other.Address.GetLeftPart(UriPartial.Authority);
        await using var second = await other.StartAsync();
        while ((await ReadAsync(database, "select distinct instance_name from qrtz_scheduler_state")).Count < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(0, await second.EndAsync(Signal.Terminate));
        Assert.Equal(0, await host.EndAsync(Signal.Terminate));
        Assert.Equal(["1", "2"], await ReadAsync(database, "select id from rounds order by id"));
        Assert.DoesNotContain("fail:", host.Said + second.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(house.DatabaseFile));
    }

    private static House Configured(TestDatabase database)
    {
        var house = new House();
        house.Settings["Storage__Provider"] = "PostgreSql";
        house.Settings["Storage__ConnectionString"] = database.ConnectionString;
        return house;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }
}
