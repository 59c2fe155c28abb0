using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Discord.Snowflakes;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;
using QuizBot.Game.Commands;
using QuizBot.Testing.Platforms;

namespace QuizBot.Discord.Tests.Driving;

/// <summary>Members of the emulated Discord for the suite of all platforms.</summary>
internal sealed class ContractDriver : IChatPlatformDriver
{
    private readonly DiscordHouse _house;
    private readonly RecordingEvents _events;
    private readonly EmulatedGuild _guild;
    private readonly EmulatedChannel _channel;
    private readonly Dictionary<string, EmulatedMember> _members = [];
    private readonly Dictionary<string, EmulatedInteraction> _forms = [];

    private ContractDriver(DiscordHouse house, RecordingEvents events)
    {
        (_house, _events) = (house, events);
        _guild = house.Discord.AddGuild("Guild");
        _channel = house.Discord.AddChannel(_guild, "general");
        (Ann, Bob, Robot) = (Enter("Ann"), Enter("Bob"), Enter("Robot", isBot: true));
    }

    public IChatPlatform Platform => _house.Platform;

    public ChannelRef Channel => DiscordIds.Channel(_guild.Id, _channel.Id);

    public ChannelRef MissingChannel => DiscordIds.Channel(_guild.Id, _channel.Id + 1);

    public MessageRef MissingMessage => DiscordIds.Message(Channel, 987_654_321);

    public ChatMember Ann { get; }

    public ChatMember Bob { get; }

    public ChatMember? Robot { get; }

    public static async Task<ContractDriver> StartAsync(RecordingEvents events)
    {
        var house = await DiscordHouse.OpenAsync();
        var driver = new ContractDriver(house, events);
        house.Run(events, Catalogue.All);
        await Until.TrueAsync(() => events.Of<ConnectionRestored>().Count > 0 && house.Discord.CommandRegistrations > 0, "it is connected");
        return driver;
    }

    public Task ReactAsync(ChatMember member, MessageRef message, string emoji) => ReactAsync(member, message, emoji, added: true);

    public Task UnreactAsync(ChatMember member, MessageRef message, string emoji) => ReactAsync(member, message, emoji, added: false);

    public async Task PressAsync(ChatMember member, SeenMessage message, string action)
    {
        var pressed = _house.Discord.Press(_members[member.Id], Find(message.Ref), action);
        if (await pressed.Answered == InteractionOutcome.Modal)
            _forms[member.Id] = pressed;
        else
            await pressed.Shown;
    }

    public async Task TypeAsync(ChatMember member, string line) =>
        await _house.Discord.UseCommand(_members[member.Id], _channel, line.TrimStart('/')).Shown;

    public async Task SubmitAsync(ChatMember member, IReadOnlyDictionary<string, string> fields)
    {
        _forms.Remove(member.Id, out var open);
        await _house.Discord.SubmitModal(open!, [.. fields.Select(f => (f.Key, f.Value))]).Shown;
    }

    public Task<SeenForm?> SeenFormAsync(ChatMember member) => Task.FromResult(_forms.TryGetValue(member.Id, out var open)
        ? new SeenForm(open.Modal!.Title, [.. open.Modal.Inputs.Select(i => i.CustomId)])
        : null);

    public Task<IReadOnlyList<SeenMessage>> SeenAsync(ChatMember member)
    {
        var account = _members[member.Id];
        var seen = account.Sees(_channel).SelectMany(m => m.Thread is { } thread ? account.Sees(thread).Prepend(m) : [m])
            .Select(m => SeenMessages.Of(m, _channel, m.OnlyFor is not null));
        var direct = _house.Discord.DirectChannel(account.User)?.Messages.Select(m => new SeenMessage(default, SeenMessages.Text(m.Content), [], []) { IsPrivate = true });
        return Task.FromResult<IReadOnlyList<SeenMessage>>([.. seen, .. direct ?? []]);
    }

    // Without a privileged intent nobody is told.
    public Task<bool> LeaveAsync(ChatMember member) => Task.FromResult(false);

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private ChatMember Enter(string name, bool isBot = false)
    {
        var member = _house.Discord.AddMember(_guild, name, isBot);
        _members[Snowflake.Text(member.Id)] = member;
        return new ChatMember(Snowflake.Text(member.Id), name, isBot);
    }

    private EmulatedMessage Find(MessageRef message)
    {
        DiscordIds.TryMessage(message, _channel.Id, out var place, out var id);
        return (place == _channel.Id ? _channel.Messages : _guild.Channels.Single(c => c.Id == place).Messages).Single(m => m.Id == id);
    }

    private async Task ReactAsync(ChatMember member, MessageRef message, string emoji, bool added)
    {
        var before = Heard();
        _ = added
            ? _house.Discord.React(_members[member.Id], Find(message), emoji)
            : _house.Discord.Unreact(_members[member.Id], Find(message), emoji);
        await Until.TrueAsync(() => Heard() > before, "the reaction is handed in");

        int Heard() => _events.Of<ReactionChanged>().Count(r => r.Message == message && r.Member.Id == member.Id && r.Emoji == emoji && r.Added == added);
    }
}
