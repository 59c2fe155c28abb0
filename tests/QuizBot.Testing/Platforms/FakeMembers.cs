using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;

namespace QuizBot.Testing.Platforms;

/// <summary>Members of the fake platform, and what they do: it changes the platform, is handed in to the bot, and its reply is shown.</summary>
public sealed class FakeMembers
{
    public static readonly ChatMember QuizBot = new("B0", "QuizBot", IsBot: true);
    private readonly FakePlatform _platform;
    private int _events;

    internal FakeMembers(FakePlatform platform)
    {
        _platform = platform;
        Anna = platform.Enter(new ChatMember("U1", "Anna", MayManage: true));
        Ben = platform.Enter(new ChatMember("U2", "Ben"));
        Chen = platform.Enter(new ChatMember("U3", "Chen"));
        Robot = platform.Enter(new ChatMember("B1", "Robot", IsBot: true));
    }

    /// <summary>Manages the workspace.</summary>
    public ChatMember Anna { get; }

    public ChatMember Ben { get; }

    public ChatMember Chen { get; }

    /// <summary>Another bot.</summary>
    public ChatMember Robot { get; }

    /// <summary>While true, nothing is handed in: the connection is lost.</summary>
    public bool IsDeaf { get; set; }

    public ChatMember Enter(string id, string name) => _platform.Enter(new ChatMember(id, name));

    public async Task ReactAsync(ChatMember member, MessageRef message, string emoji, bool added = true)
    {
        if (_platform.React(message, member, emoji, added))
            await HandAsync(new ReactionChanged(NextId(), message, member, emoji, added, _platform.NextOrder()));
    }

    public Task UnreactAsync(ChatMember member, MessageRef message, string emoji) =>
        ReactAsync(member, message, emoji, added: false);

    /// <returns>The reply, which is shown as well.</returns>
    public Task<ChatReply?> PressAsync(ChatMember member, MessageRef message, string action) =>
        ShowAsync(new ButtonPressed(NextId(), message, member, action, _platform.NextOrder()), message.Channel, member, message);

    public Task<ChatReply?> SubmitAsync(
        ChatMember member, ChannelRef channel, string action, IReadOnlyDictionary<string, string> fields) =>
        ShowAsync(new FormSubmitted(NextId(), channel, member, action, fields, _platform.NextOrder()), channel, member, null);

    public Task<ChatReply?> TypeAsync(ChatMember member, ChannelRef channel, string line) =>
        ShowAsync(new CommandTyped(NextId(), channel, member, line), channel, member, null);

    public async Task LeaveAsync(ChatMember member)
    {
        _platform.Leave(member);
        await HandAsync(new MemberLeft(NextId(), _platform.Workspace, member.Id));
    }

    /// <summary>Hands in an event as it stands, for what no honest client sends.</summary>
    public async Task<ChatReply?> HandAsync(ChatEvent happened) =>
        IsDeaf ? null : await (_platform.Events ?? throw new InvalidOperationException("The platform is not run.")).HandleAsync(happened, CancellationToken.None);

    private async Task<ChatReply?> ShowAsync(
        ChatEvent happened, ChannelRef channel, ChatMember member, MessageRef? pressed)
    {
        var reply = await HandAsync(happened);
        switch (reply)
        {
            case PrivateReply r:
                _platform.ShowReply(channel, r.Content, member.Id);
                break;
            case PublicReply r:
                _platform.ShowReply(channel, r.Content, null);
                break;
            case UpdateReply r when pressed is { } old && _platform.Messages.Any(m => m.Ref == old && m.OnlyFor == member.Id):
                _platform.Replace(old, r.Content);
                break;
            case UpdateReply r:
                _platform.ShowReply(channel, r.Content, member.Id);
                break;
            case FormReply form when ContentRules.Broken(form) is { } broken:
                throw new InvalidOperationException($"A form breaks a limit of Chat: {broken}.");
        }

        return reply;
    }

    private string NextId() => $"E{Interlocked.Increment(ref _events)}";
}
