using QuizBot.Discord.Tests.Driving;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;
using QuizBot.Storage;
using QuizBot.Testing.Databases;

namespace QuizBot.Discord.Tests.Day;

/// <summary>What outlives a bot: a Discord with one server, a database, the hour.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly List<Bot> _bots = [];
    private readonly TestFolder _questions = new();

    private Town(DiscordEmulator discord, TestDatabase database)
    {
        (Discord, Database) = (discord, database);
        QuestionPack.Write(_questions.Path);
        Guild = discord.AddGuild("Team");
        General = discord.AddChannel(Guild, "general");
        var managers = discord.AddRole(Guild, "Managers", Permissions.ManageGuild);
        (Mona, Ann, Bob) = (discord.AddMember(Guild, "Mona", false, managers), discord.AddMember(Guild, "Ann"), discord.AddMember(Guild, "Bob"));
        // A Monday, 08:00 in Berlin.
        Time.SetTo(new DateTimeOffset(2031, 11, 24, 7, 0, 0, TimeSpan.Zero));
    }

    public DiscordEmulator Discord { get; }

    public TestDatabase Database { get; }

    /// <summary>The folder of the packs.</summary>
    public string Questions => _questions.Path;

    public ShiftedTime Time { get; } = new();

    public IReadOnlyList<Bot> Bots => _bots;

    public EmulatedGuild Guild { get; }

    public EmulatedChannel General { get; }

    /// <summary>Manages the server.</summary>
    public EmulatedMember Mona { get; }

    public EmulatedMember Ann { get; }

    public EmulatedMember Bob { get; }

    public static async Task<Town> BuildAsync() => new(
        await DiscordEmulator.StartAsync(new DiscordEmulatorOptions(), TimeProvider.System, TestContext.Current.CancellationToken),
        await TestDatabase.CreateAsync(StorageProvider.Sqlite));

    /// <summary>A bot that is connected and has offered its commands.</summary>
    public async Task<Bot> StartBotAsync(params (string Key, string Value)[] settings)
    {
        var bot = new Bot(this, settings);
        _bots.Add(bot);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>Uses a command, and gives what the member then reads.</summary>
    public async Task<string> UseAsync(EmulatedMember member, string command, params (string Name, object Value)[] options) =>
        await UseInAsync(member, General, command, options);

    public async Task<string> UseInAsync(EmulatedMember member, EmulatedChannel channel, string command, params (string Name, object Value)[] options) =>
        await ReadAsync(Discord.UseCommand(member, channel, command, options));

    /// <summary>Presses the button whose label begins so, and gives what the member then reads.</summary>
    public async Task<string> PressAsync(EmulatedMember member, EmulatedMessage message, string label) =>
        await ReadAsync(Discord.Press(member, message, message.Content.Buttons.First(b => b.Label!.StartsWith(label, StringComparison.Ordinal)).CustomId!));

    public static async Task<string> ReadAsync(EmulatedInteraction interaction)
    {
        var outcome = await interaction.Answered;
        Assert.NotEqual(InteractionOutcome.Failed, outcome);
        return await interaction.Shown is { } message ? SeenMessages.Text(message.Content) : "";
    }

    /// <summary>Waits for the bot's so-many-th message for all in the channel.</summary>
    public async Task<EmulatedMessage> PostAsync(int count, EmulatedChannel? channel = null)
    {
        await Until.TrueAsync(() => Posts(channel).Count >= count, $"post {count}");
        return Posts(channel)[count - 1];
    }

    public IReadOnlyList<EmulatedMessage> Posts(EmulatedChannel? channel = null) =>
        [.. (channel ?? General).Messages.Where(m => m is { OnlyFor: null, IsDeleted: false } && m.Author == Discord.Bot)];

    /// <summary>Waits for a question with its choices and their reactions.</summary>
    public async Task<EmulatedMessage> QuestionAsync(int post, EmulatedChannel? channel = null)
    {
        var question = await PostAsync(post, channel);
        var choices = SeenMessages.Text(question.Content).Split('\n').Count(l => l.Contains('\u20E3', StringComparison.Ordinal));
        await Until.TrueAsync(() => question.Reactions.Count >= choices, "the reactions are seeded");
        return question;
    }

    /// <summary>What the bot told one account directly.</summary>
    public IReadOnlyList<string> Told(EmulatedMember member) =>
        [.. Discord.DirectChannel(member.User)?.Messages.Select(m => SeenMessages.Text(m.Content)) ?? []];

    /// <summary>Also fails where anything was said that is not as Discord describes it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        await Discord.DisposeAsync();
        await Database.DisposeAsync();
        await _questions.DisposeAsync();
    }
}
