using Microsoft.Extensions.DependencyInjection;
using QuizBot.Storage.Answers;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests;

/// <summary>A test of its own migrated database, on each provider by a subclass.</summary>
public abstract class DatabaseTest(StorageProvider provider) : IAsyncLifetime
{
    private TestDatabase? _test;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected StorageProvider Provider => provider;

    protected TestDatabase Test => _test!;

    protected Database Database => Test.Database;

    protected AnswerStore Store => Test.Services.GetRequiredService<AnswerStore>();

    protected Settlement Settlement => Test.Services.GetRequiredService<Settlement>();

    internal World World => new(Database);

    public virtual async ValueTask InitializeAsync() => _test = await TestDatabase.CreateAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_test is not null)
            await _test.DisposeAsync();
    }
}
