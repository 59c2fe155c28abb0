using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

// What there is, and what admins do to it.
public sealed partial class SlackEmulator
{
    public EmulatedApp AddApp(string name = "QuizBot")
    {
        lock (world.Gate)
        {
            var made = new EmulatedApp(world.Ids.Next('A'), name);
            world.Apps.Add(made);
            return made;
        }
    }

    /// <summary>A workspace with an app installed: a given one, or one of its own.</summary>
    public EmulatedWorkspace AddWorkspace(string name, EmulatedApp? app = null)
    {
        lock (world.Gate)
        {
            var workspace = new EmulatedWorkspace(world.Gate, world.Ids.Next('T'), name, app ?? AddApp(), world.Ids.Next('U'), world.Ids.Next('B'));
            world.Workspaces.Add(workspace);
            return workspace;
        }
    }

    /// <param name="displayName">The default is the handle; may be empty, and may hold what looks like markup.</param>
    public EmulatedMember AddMember(EmulatedWorkspace workspace, string name, MemberRole role = MemberRole.Member, string timeZone = "Europe/Berlin",
        string? displayName = null, bool isBot = false)
    {
        lock (world.Gate)
        {
            var member = new EmulatedMember(workspace, world.Ids.Next('U'), name)
            {
                Role = role,
                TimeZone = timeZone,
                DisplayName = displayName ?? name,
                RealName = displayName is { Length: > 0 } ? displayName : name,
                IsBot = isBot,
                BotId = isBot ? world.Ids.Next('B') : null,
            };
            workspace.MembersUnguarded.Add(member.Id, member);
            return member;
        }
    }

    /// <summary>The app is told that a member is new in the workspace (<c>team_join</c>).</summary>
    public EmulatedDelivery Welcome(EmulatedMember member)
    {
        lock (world.Gate)
            return world.Events.Added(member);
    }

    /// <summary>A channel with its creator, the bot and whoever else is named in it.</summary>
    public EmulatedChannel AddChannel(EmulatedWorkspace workspace, string name, EmulatedMember creator, ChannelKind kind = ChannelKind.Public,
        bool withBot = true, params IEnumerable<EmulatedMember> members)
    {
        Insist(kind != ChannelKind.Direct, "Direct conversations begin with SayDirectly, OpenHome or the bot's own message.");
        lock (world.Gate)
        {
            var channel = new EmulatedChannel(world.Gate, workspace, world.Ids.Next('C'), name, kind, creator, world.Now);
            foreach (var member in withBot ? [creator, .. members, workspace.Bot] : members.Prepend(creator))
                channel.MembersUnguarded[member.Id] = member;
            workspace.ChannelsUnguarded.Add(channel.Id, channel);
            return channel;
        }
    }

    /// <summary>An emoji that the workspace made itself.</summary>
    public void AddEmoji(EmulatedWorkspace workspace, string name)
    {
        lock (world.Gate)
            workspace.EmojiUnguarded.Add(name);
    }

    public EmulatedDelivery Join(EmulatedMember member, EmulatedChannel channel, EmulatedMember? inviter = null)
    {
        lock (world.Gate)
            return world.Events.Join(channel, member, inviter);
    }

    /// <summary>A member invites the bot into a channel.</summary>
    public EmulatedDelivery InviteBot(EmulatedChannel channel, EmulatedMember inviter) => Join(channel.Workspace.Bot, channel, inviter);

    public EmulatedDelivery Leave(EmulatedMember member, EmulatedChannel channel)
    {
        lock (world.Gate)
            return world.Events.Leave(channel, member);
    }

    /// <summary>A member removes the bot from a channel.</summary>
    public EmulatedDelivery RemoveBot(EmulatedChannel channel) => Leave(channel.Workspace.Bot, channel);

    public EmulatedDelivery Archive(EmulatedChannel channel, EmulatedMember? who = null)
    {
        lock (world.Gate)
        {
            channel.IsArchived = true;
            return world.Events.Channel(channel, "archive", who);
        }
    }

    public EmulatedDelivery Unarchive(EmulatedChannel channel, EmulatedMember? who = null)
    {
        lock (world.Gate)
        {
            channel.IsArchived = false;
            return world.Events.Channel(channel, "unarchive", who);
        }
    }

    public EmulatedDelivery DeleteChannel(EmulatedChannel channel, EmulatedMember? who = null)
    {
        lock (world.Gate)
        {
            var delivery = world.Events.Channel(channel, "deleted", who);
            channel.IsDeleted = true;
            return delivery;
        }
    }

    public EmulatedDelivery Rename(EmulatedChannel channel, string name)
    {
        lock (world.Gate)
        {
            channel.PreviousNames.Insert(0, channel.Name);
            channel.Name = name;
            return world.Events.Renamed(channel);
        }
    }

    /// <summary>A member changes their name or zone.</summary>
    public EmulatedDelivery Change(EmulatedMember member, string? displayName = null, string? timeZone = null)
    {
        lock (world.Gate)
        {
            member.DisplayName = displayName ?? member.DisplayName;
            member.TimeZone = timeZone ?? member.TimeZone;
            return world.Events.Changed(member);
        }
    }

    /// <summary>An admin deactivates an account, which leaves all channels.</summary>
    public EmulatedDelivery Deactivate(EmulatedMember member)
    {
        lock (world.Gate)
        {
            member.IsDeactivated = true;
            foreach (var channel in member.Workspace.ChannelsUnguarded.Values)
                if (channel.Kind != ChannelKind.Direct)
                    channel.MembersUnguarded.Remove(member.Id);
            return world.Events.Changed(member);
        }
    }

    /// <summary>The bot token is refused from now on (<c>token_revoked</c>).</summary>
    public EmulatedDelivery RevokeToken(EmulatedWorkspace workspace)
    {
        lock (world.Gate)
        {
            workspace.Token = TokenState.Revoked;
            return world.Events.TokensRevoked(workspace);
        }
    }

    /// <summary>An admin removes the app (<c>account_inactive</c>).</summary>
    public EmulatedDelivery Uninstall(EmulatedWorkspace workspace)
    {
        lock (world.Gate)
        {
            workspace.Token = TokenState.Inactive;
            foreach (var channel in workspace.ChannelsUnguarded.Values)
                channel.MembersUnguarded.Remove(workspace.Bot.Id);
            world.Events.TokensRevoked(workspace);
            return world.Events.Uninstalled(workspace);
        }
    }

    /// <summary>The app is installed again, with a new token.</summary>
    public void Install(EmulatedWorkspace workspace)
    {
        lock (world.Gate)
        {
            workspace.Token = TokenState.Valid;
            workspace.BotToken = $"xoxb-{SlackIds.Secret(6)}-{SlackIds.Secret(12)}";
        }
    }

    /// <summary>The app is switched to HTTP; what is null is not set, and such deliveries find no way.</summary>
    public void UseHttp(EmulatedApp app, Uri? events, Uri? interactivity, Uri? commands)
    {
        lock (world.Gate)
        {
            app.UsesSocketMode = false;
            (app.EventsUrl, app.InteractivityUrl, app.CommandsUrl) = (events, interactivity, commands);
        }
    }

    /// <summary>The app is switched back to Socket Mode.</summary>
    public void UseSocketMode(EmulatedApp app)
    {
        lock (world.Gate)
            app.UsesSocketMode = true;
    }

    /// <summary>Whether an URL answers Slack's challenge, as when somebody types it in.</summary>
    public Task<bool> VerifyUrlAsync(EmulatedApp app, Uri url, CancellationToken cancel) => world.Courier.Http.VerifyAsync(app, url, cancel);

    private static void Insist(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }
}
