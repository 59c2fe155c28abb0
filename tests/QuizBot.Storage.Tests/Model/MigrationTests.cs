using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Storage.Startup;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Model;

public sealed class MigrationTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Migrations_EmptyDatabase_AreAllApplied(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await test.Services.GetRequiredService<DatabaseStarter>().StartAsync(Cancellation);

        await using var db = await test.Database.ReadAsync(Cancellation);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Empty(await db.Workspaces.ToListAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Migrations_ModelAsItIs_AreInStep(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await using var db = await test.Database.ReadAsync(Cancellation);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CompiledModel_ModelAsItIs_IsInStep(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await using var db = await test.Database.ReadAsync(Cancellation);
        var built = db.GetService<IDesignTimeModel>().Model;

        Assert.IsAssignableFrom<RuntimeModel>(db.Model);
        Assert.Equal(built.ToDebugString(), db.Model.ToDebugString());
        Assert.Equal(built.GetRelationalModel().ToDebugString(), db.Model.GetRelationalModel().ToDebugString());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Migrations_DownAndUpAgain_LeaveNothingBehind(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var db = await test.Database.ReadAsync(Cancellation);

        await db.Database.MigrateAsync("0", Cancellation);
        await db.Database.MigrateAsync(Cancellation);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Start_HostsTogetherOnOneEmptyPostgreSql_AllFindItMigrated()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.PostgreSql);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            async () =>
            {
                await using var host = test.NewServices();
                await host.GetRequiredService<DatabaseStarter>().StartAsync(Cancellation);
            },
            Cancellation)));

        await using var db = await test.Database.ReadAsync(Cancellation);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }
}
