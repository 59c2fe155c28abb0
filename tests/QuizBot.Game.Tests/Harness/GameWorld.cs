using Microsoft.Extensions.Time.Testing;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Storage;
using QuizBot.Testing.Databases;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Harness;

/// <summary>What outlives a host: database, questions, time and platform.</summary>
internal sealed class GameWorld : IAsyncDisposable
{
    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Start = new(2025, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly List<GameHost> _hosts = [];

    private GameWorld(TestDatabase database, IReadOnlyList<Question> questions, bool removesReactions)
    {
        Database = database;
        Fake = new FakePlatform(Time, removesReactions: removesReactions);
        QuestionFiles.Write(QuestionsPath, questions);
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    public FakePlatform Fake { get; }

    public List<FakePlatform> MorePlatforms { get; } = [];

    public Dictionary<string, string?> Settings { get; } = [];

    public string QuestionsPath => _folder.Path;

    public ChannelRef General => Fake.General;

    public ChatMember Anna => Fake.Members.Anna;

    public ChatMember Ben => Fake.Members.Ben;

    public ChatMember Chen => Fake.Members.Chen;

    public static async Task<GameWorld> CreateAsync(
        StorageProvider provider = StorageProvider.Sqlite, IReadOnlyList<Question>? questions = null, bool removesReactions = true) =>
        new(await TestDatabase.CreateAsync(provider), questions ?? Asks.Choices(), removesReactions);

    /// <summary>A world with one host that runs.</summary>
    public static async Task<(GameWorld World, GameHost Host)> StartAsync(
        StorageProvider provider = StorageProvider.Sqlite, IReadOnlyList<Question>? questions = null, bool removesReactions = true)
    {
        var world = await CreateAsync(provider, questions, removesReactions);
        return (world, await world.StartHostAsync());
    }

    public async Task<GameHost> StartHostAsync()
    {
        var host = new GameHost(this);
        _hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    /// <summary>A member types a command in the main channel; the reply as plain text.</summary>
    public async Task<string> TypeAsync(ChatMember member, string line, ChannelRef? channel = null) =>
        PlainRendering.Of(await Fake.Members.TypeAsync(member, channel ?? General, line));

    public async Task<string> PressAsync(ChatMember member, FakeMessage message, string action) =>
        PlainRendering.Of(await Fake.Members.PressAsync(member, message.Ref, action));

    /// <summary>Presses the button whose label begins so.</summary>
    public Task<string> PressLabelAsync(ChatMember member, FakeMessage message, string label) =>
        PressAsync(member, message, message.Content.Blocks.OfType<ButtonsBlock>().SelectMany(b => b.Buttons)
            .First(b => b.Label.StartsWith(label, StringComparison.Ordinal)).Action);

    /// <summary>What the bot posted for all to see in the main channel, in order.</summary>
    public IReadOnlyList<FakeMessage> Posts => Fake.In(General);

    /// <summary>The posts that ask a question.</summary>
    public IReadOnlyList<FakeMessage> Asked => [.. Posts.Where(m => m.Key is { Length: 16 })];

    /// <summary>The posts that reveal an answer.</summary>
    public IReadOnlyList<FakeMessage> Revealed => [.. Posts.Where(m => m.Key is { Length: 17 } key && key.EndsWith('r'))];

    public async Task<T> ReadAsync<T>(Func<QuizDbContext, Task<T>> read)
    {
        await using var db = await Database.Database.ReadAsync(default);
        return await read(db);
    }

    public Task<List<Round>> RoundsAsync() => ReadAsync(async db =>
    {
        var rounds = new List<Round>();
        await foreach (var round in db.Rounds.AsAsyncEnumerable())
            rounds.Add(round);
        return rounds.OrderBy(r => r.Id).ToList();
    });

    public async ValueTask DisposeAsync()
    {
        Fake.Mend();
        foreach (var platform in MorePlatforms)
            platform.Mend();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Database.DisposeAsync();
        await _folder.DisposeAsync();
    }
}
