using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Game.Commands;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Contract;

internal sealed class FakePlatformDriver : IChatPlatformDriver
{
    private readonly FakePlatform _fake;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, FormReply> _forms = [];

    private FakePlatformDriver(FakePlatform fake) => _fake = fake;

    public IChatPlatform Platform => _fake;

    public ChannelRef Channel => _fake.General;

    public ChannelRef MissingChannel => new(_fake.Workspace, "missing");

    public MessageRef MissingMessage => new(Channel, "missing");

    public ChatMember Ann => _fake.Members.Anna;

    public ChatMember Bob => _fake.Members.Ben;

    public ChatMember? Robot => _fake.Members.Robot;

    public static async Task<IChatPlatformDriver> StartAsync(FakePlatform fake, IChatEvents events)
    {
        var driver = new FakePlatformDriver(fake);
        _ = fake.RunAsync(events, Catalogue.All, driver._stop.Token);
        await Until.TrueAsync(() => fake.IsConnected, "connected");
        return driver;
    }

    public Task ReactAsync(ChatMember member, MessageRef message, string emoji) => _fake.Members.ReactAsync(member, message, emoji);

    public Task UnreactAsync(ChatMember member, MessageRef message, string emoji) => _fake.Members.UnreactAsync(member, message, emoji);

    public async Task PressAsync(ChatMember member, SeenMessage message, string action) =>
        Open(member, await _fake.Members.PressAsync(member, message.Ref, action));

    public async Task TypeAsync(ChatMember member, string line) => Open(member, await _fake.Members.TypeAsync(member, Channel, line));

    public async Task SubmitAsync(ChatMember member, IReadOnlyDictionary<string, string> fields)
    {
        _forms.Remove(member.Id, out var form);
        await _fake.Members.SubmitAsync(member, Channel, form!.Action, fields);
    }

    public Task<SeenForm?> SeenFormAsync(ChatMember member) => Task.FromResult(
        _forms.GetValueOrDefault(member.Id) is { } form ? new SeenForm(form.Title, [.. form.Fields.Select(f => f.Name)]) : null);

    public Task<IReadOnlyList<SeenMessage>> SeenAsync(ChatMember member) => Task.FromResult<IReadOnlyList<SeenMessage>>(
    [
        .. _fake.Messages.Where(m => m.Ref.Channel == Channel && !m.IsDeleted && (m.OnlyFor is null || m.OnlyFor == member.Id))
            .Select(m => new SeenMessage(
                m.Ref, PlainRendering.Of(m.Content), [.. m.Content.Blocks.OfType<ButtonsBlock>().SelectMany(b => b.Buttons).Select(b => b.Action)],
                [.. m.Reactions.Select(r => (r.Member.Id, r.Emoji))])
            {
                IsPrivate = m.OnlyFor is not null,
                ThreadId = m.ThreadId,
                ReplyTo = m.ReplyTo,
            }),
    ]);

    public async Task<bool> LeaveAsync(ChatMember member)
    {
        await _fake.Members.LeaveAsync(member);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private void Open(ChatMember member, ChatReply? reply)
    {
        if (reply is FormReply form)
            _forms[member.Id] = form;
    }
}
