using System.Globalization;
using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>All that there is, behind one lock.</summary>
internal sealed class SlackWorld
{
    public SlackWorld(SlackEmulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Ids = new(time);
        Triggers = new(this);
        Courier = new(this);
        Events = new(this);
        Responses = new(this);
    }

    public Lock Gate { get; } = new();

    public SlackEmulatorOptions Options { get; }

    public TimeProvider Time { get; }

    public SlackIds Ids { get; }

    public List<EmulatedApp> Apps { get; } = [];

    public List<EmulatedWorkspace> Workspaces { get; } = [];

    public Triggers Triggers { get; }

    public ResponseUrls Responses { get; }

    public Courier Courier { get; }

    public WorldEvents Events { get; }

    /// <summary>Everything posted, by the bot and by members, ephemeral messages included.</summary>
    public Journal<EmulatedMessage> Messages { get; } = new();

    /// <summary>Every edit and deletion.</summary>
    public Journal<EmulatedMessage> Edits { get; } = new();

    /// <summary>Each time a view was shown or changed.</summary>
    public Journal<EmulatedView> Views { get; } = new();

    public Journal<EmulatedInteraction> Interactions { get; } = new();

    /// <summary>What should not have happened in the emulator itself.</summary>
    public Journal<Exception> Defects { get; } = new();

    public string HttpUrl { get; set; } = "";

    public string SocketUrl { get; set; } = "";

    public DateTimeOffset Now => Time.GetUtcNow();

    public long NowSeconds => Now.ToUnixTimeSeconds();

    public static DateTimeOffset TimeOf(string ts) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(decimal.Parse(ts, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));

    /// <summary>The conversation with a member, made when there is none.</summary>
    public EmulatedChannel OpenDirect(EmulatedMember member)
    {
        var workspace = member.Workspace;
        var direct = workspace.ChannelsUnguarded.Values.FirstOrDefault(channel => channel.Partner == member);
        if (direct is not null)
            return direct;
        direct = new(Gate, workspace, Ids.Next('D'), "", ChannelKind.Direct, workspace.Bot, Now) { Partner = member };
        direct.MembersUnguarded.Add(member.Id, member);
        direct.MembersUnguarded.Add(workspace.Bot.Id, workspace.Bot);
        workspace.ChannelsUnguarded.Add(direct.Id, direct);
        return direct;
    }

    /// <summary>A message appears in a channel, and who listens hears of it.</summary>
    public EmulatedMessage Post(EmulatedChannel channel, EmulatedMember author, MessageContent content, string? threadTs = null, bool broadcast = false, string? subtype = null)
    {
        var message = new EmulatedMessage(Gate, channel, Ids.NextTs(), author, Now)
        {
            Content = content,
            ThreadTs = threadTs,
            IsBroadcast = broadcast,
            Subtype = subtype,
        };
        channel.MessagesUnguarded.Add(message.Ts, message);
        if (threadTs is not null)
            channel.MessagesUnguarded[threadTs].RepliesUnguarded.Add(message);
        Messages.Add(message);
        return message;
    }

    /// <summary>A message only one member sees, if they look.</summary>
    public EmulatedMessage PostEphemeral(EmulatedChannel channel, EmulatedMember member, MessageContent content, string? threadTs = null)
    {
        var message = new EmulatedMessage(Gate, channel, Ids.NextTs(), channel.Workspace.Bot, Now)
        {
            Content = content,
            OnlyFor = member,
            WasSeen = member.IsActive,
            ThreadTs = threadTs,
        };
        channel.EphemeralUnguarded.Add(message.Ts, message);
        Messages.Add(message);
        return message;
    }

    public void Edit(EmulatedMessage message, MessageContent content)
    {
        message.HistoryUnguarded.Add(message.Content);
        message.Content = content;
        message.EditedTs = Ids.NextTs();
        Edits.Add(message);
    }

    public void Delete(EmulatedMessage message)
    {
        message.IsDeleted = true;
        Edits.Add(message);
    }
}
