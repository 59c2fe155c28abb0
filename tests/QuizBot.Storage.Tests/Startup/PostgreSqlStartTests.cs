using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuizBot.Storage.Startup;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Startup;

public sealed class PostgreSqlStartTests : IAsyncLifetime
{
    private const string Secret = "s3cret-pa55word";
    private TestDatabase? _test;

    public async ValueTask InitializeAsync() => _test = await TestDatabase.CreateEmptyAsync(StorageProvider.PostgreSql);

    public ValueTask DisposeAsync() => _test!.DisposeAsync();

    [Fact]
    public async Task Start_NobodyListens_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await AssertRefusedAsync(c => c.Port = port, "PostgreSQL cannot be reached at the host and port");
    }

    [Fact]
    public async Task Start_ListensButNeverAnswers_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await AssertRefusedAsync(c => (c.Port, c.Timeout) = (port, 1), "PostgreSQL cannot be reached at the host and port");
    }

    [Fact]
    public Task Start_NoSuchHost_SaysSo() =>
        AssertRefusedAsync(c => c.Host = "no-such-host.invalid", "PostgreSQL cannot be reached at the host and port");

    [Fact]
    public Task Start_WrongPassword_SaysSo() =>
        AssertRefusedAsync(c => c.Password = Secret, "PostgreSQL refuses the user or password");

    [Fact]
    public Task Start_NoSuchUser_SaysSo() =>
        AssertRefusedAsync(c => c.Username = "nobody", "PostgreSQL refuses the user or password");

    [Fact]
    public async Task Start_NoSuchDatabase_SaysSoAndMakesNone()
    {
        await AssertRefusedAsync(c => c.Database = "quizbto", "PostgreSQL has no such database. Create it");
        await AssertRefusedAsync(c => c.Database = "quizbto", "PostgreSQL has no such database. Create it");
    }

    [Fact]
    public async Task Start_UserWhoMayNotCreateTables_SaysSo()
    {
        var server = await PostgreSqlServer.StartedAsync();
        await server.RunAsync($"create role guest login password '{Secret}'");
        await AssertRefusedAsync(
            c => (c.Username, c.Password) = ("guest", Secret), "PostgreSQL refuses the user of Storage:ConnectionString to create tables");
    }

    private async Task AssertRefusedAsync(Action<NpgsqlConnectionStringBuilder> change, string message)
    {
        var connection = new NpgsqlConnectionStringBuilder(_test!.ConnectionString) { Pooling = false };
        change(connection);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "PostgreSql",
            ["Storage:ConnectionString"] = connection.ConnectionString,
        }).Build();
        await using var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(
            () => services.GetRequiredService<DatabaseStarter>().StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }
}
