using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord;

// What there is, and what managers do to it.
public sealed partial class DiscordEmulator
{
    /// <summary>A guild, with the bot in it unless <paramref name="invited"/> says otherwise.</summary>
    public EmulatedGuild AddGuild(string name, Permissions botPermissions = Permissions.Invited, bool invited = true)
    {
        lock (world.Gate)
        {
            var guild = new EmulatedGuild(world.Gate, world.Ids.NextGuild(), name, world.Owner.Id, world.Time.GetUtcNow());
            guild.MembersUnguarded.Add(world.Owner.Id, new(guild, world.Owner, world.Time.GetUtcNow()));
            world.Guilds.Add(guild.Id, guild);
            if (invited)
                Invite(guild, botPermissions);
            return guild;
        }
    }

    /// <summary>The bot is invited, for the first time or again.</summary>
    public Delivery Invite(EmulatedGuild guild, Permissions permissions = Permissions.Invited)
    {
        lock (world.Gate)
        {
            var role = new EmulatedRole(world.Ids.Next(), world.Bot.Name, permissions) { BotId = world.Bot.Id, Position = guild.RolesUnguarded.Count };
            guild.RolesUnguarded.Add(role.Id, role);
            guild.Bot = new(guild, world.Bot, world.Time.GetUtcNow());
            guild.Bot.RolesUnguarded.Add(role);
            guild.BotJoinedAt = world.Time.GetUtcNow();
            guild.MembersUnguarded[world.Bot.Id] = guild.Bot;
            return world.Events.GuildCreated(guild);
        }
    }

    public EmulatedChannel AddChannel(EmulatedGuild guild, string name, ChannelKind kind = ChannelKind.Text, params EmulatedOverwrite[] overwrites)
    {
        lock (world.Gate)
        {
            var channel = new EmulatedChannel(world.Gate, guild, world.Ids.Next(), name, kind);
            channel.OverwritesUnguarded.AddRange(overwrites);
            guild.ChannelsUnguarded.Add(channel.Id, channel);
            world.Channels.Add(channel.Id, channel);
            world.Events.Channel(channel, "CREATE");
            return channel;
        }
    }

    /// <summary>Somebody joins, or another bot is added.</summary>
    public EmulatedMember AddMember(EmulatedGuild guild, string name, bool isBot = false, params EmulatedRole[] roles) =>
        Join(guild, world.AddUser(name, isBot), roles);

    /// <summary>An account that exists joins, for the first time or again.</summary>
    public EmulatedMember Join(EmulatedGuild guild, EmulatedUser user, params EmulatedRole[] roles)
    {
        lock (world.Gate)
        {
            var member = new EmulatedMember(guild, user, world.Time.GetUtcNow());
            member.RolesUnguarded.AddRange(roles);
            guild.MembersUnguarded[user.Id] = member;
            world.Events.Member(member, "ADD");
            return member;
        }
    }

    public EmulatedRole AddRole(EmulatedGuild guild, string name, Permissions permissions = Permissions.None, bool isMentionable = false)
    {
        lock (world.Gate)
        {
            var role = new EmulatedRole(world.Ids.Next(), name, permissions) { IsMentionable = isMentionable, Position = guild.RolesUnguarded.Count };
            guild.RolesUnguarded.Add(role.Id, role);
            world.Events.Role(guild, role, "CREATE");
            return role;
        }
    }

    /// <summary>A manager gives a role other permissions; the bot's own is <c>guild.Bot.Roles[0]</c>.</summary>
    public Delivery SetPermissions(EmulatedGuild guild, EmulatedRole role, Permissions permissions)
    {
        lock (world.Gate)
        {
            role.Permissions = permissions;
            return world.Events.Role(guild, role, "UPDATE");
        }
    }

    /// <summary>A manager changes a channel's overwrites to these. The bot hears of it while it sees the channel before or after.</summary>
    public Delivery SetOverwrites(EmulatedChannel channel, params EmulatedOverwrite[] overwrites)
    {
        lock (world.Gate)
        {
            channel.OverwritesUnguarded.Clear();
            channel.OverwritesUnguarded.AddRange(overwrites);
            return world.Events.Channel(channel, "UPDATE");
        }
    }

    public Delivery Rename(EmulatedChannel channel, string name)
    {
        lock (world.Gate)
        {
            channel.Name = name;
            return world.Events.Channel(channel, "UPDATE");
        }
    }

    public Delivery Rename(EmulatedGuild guild, string name)
    {
        lock (world.Gate)
        {
            guild.Name = name;
            return world.Events.GuildUpdated(guild);
        }
    }

    public Delivery Rename(EmulatedMember member, string? nick)
    {
        lock (world.Gate)
        {
            member.Nick = nick;
            return world.Events.Member(member, "UPDATE");
        }
    }

    /// <summary>Somebody leaves or is removed.</summary>
    public Delivery Leave(EmulatedMember member)
    {
        lock (world.Gate)
        {
            if (member.User == world.Bot)
                return world.RemoveBot(member.Guild);
            member.HasLeft = true;
            member.Guild.MembersUnguarded.Remove(member.Id);
            return world.Events.Member(member, "REMOVE");
        }
    }

    /// <summary>A manager removes the bot.</summary>
    public Delivery RemoveBot(EmulatedGuild guild) => world.RemoveBot(guild);

    /// <summary>A channel or thread is deleted, with what was in it.</summary>
    public Delivery DeleteChannel(EmulatedChannel channel)
    {
        lock (world.Gate)
        {
            var delivery = world.Events.Channel(channel, "DELETE");
            channel.IsDeleted = true;
            world.Channels.Remove(channel.Id);
            channel.Guild?.ChannelsUnguarded.Remove(channel.Id);
            foreach (var thread in channel.Guild?.ChannelsUnguarded.Values.Where(one => one.Parent == channel).ToList() ?? [])
                delivery = delivery.And(DeleteChannel(thread));
            return delivery;
        }
    }

    /// <summary>A thread is archived, and with <paramref name="locked"/> nobody but managers can wake it.</summary>
    public Delivery Archive(EmulatedChannel thread, bool locked = false)
    {
        lock (world.Gate)
        {
            (thread.IsArchived, thread.IsLocked, thread.ArchiveChangedAt) = (true, locked, world.Time.GetUtcNow());
            return world.Events.Channel(thread, "UPDATE");
        }
    }

    /// <summary>A message is deleted by a manager, or by its author.</summary>
    public Delivery Delete(EmulatedMessage message)
    {
        lock (world.Gate)
        {
            message.IsDeleted = true;
            return world.Events.MessageDeleted(message);
        }
    }
}
