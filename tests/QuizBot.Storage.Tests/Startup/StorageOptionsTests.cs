using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace QuizBot.Storage.Tests.Startup;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Options_NothingSet_AreAFile()
    {
        var options = Options();
        Assert.Equal(StorageProvider.Sqlite, options.Provider);
        Assert.Equal("Data Source=data/quizbot.db", options.ConnectionString);
    }

    [Theory]
    [InlineData("Sqlite", "Data Source=:memory:", "names no file")]
    [InlineData("Sqlite", "Data Source=bot.db;Mode=Memory", "names no file")]
    [InlineData("Sqlite", "Data Source=", "names no file")]
    [InlineData("Sqlite", "Data Source=file:bot.db?mode=ro", "Name the plain path")]
    [InlineData("Sqlite", "Host=localhost;Password=s3cret", "is no connection string of Sqlite")]
    [InlineData("PostgreSql", "", "PostgreSQL needs one, such as")]
    [InlineData("PostgreSql", "Database=quizbot;Password=s3cret", "names no Host")]
    [InlineData("PostgreSql", "Data Source=bot.db;Wrong=1;Password=s3cret", "is no connection string of PostgreSql")]
    public void Options_Unusable_AreRefusedWithoutTheirSecrets(string provider, string connectionString, string says)
    {
        var refused = Assert.Throws<OptionsValidationException>(
            () => Options(("Storage:Provider", provider), ("Storage:ConnectionString", connectionString)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }

    private static StorageOptions Options(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();
        using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
