using Microsoft.EntityFrameworkCore;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Databases;

public sealed class TestDatabaseTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Create_Twice_GivesEmptyMigratedDatabasesOfTheirOwn(StorageProvider provider)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var one = await TestDatabase.CreateAsync(provider);
        await using var other = await TestDatabase.CreateAsync(provider);

        await using (var transaction = await one.Database.WriteAsync(cancellation))
        {
            transaction.Db.Workspaces.Add(new("discord", "1"));
            await transaction.CommitAsync(cancellation);
        }

        await using var first = await one.Database.ReadAsync(cancellation);
        await using var second = await other.Database.ReadAsync(cancellation);
        Assert.Equal(1, await first.Workspaces.CountAsync(cancellation));
        Assert.Equal(0, await second.Workspaces.CountAsync(cancellation));
    }
}
