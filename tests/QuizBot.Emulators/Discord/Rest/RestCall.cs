using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>A request that found its route; the handler runs under the world's lock.</summary>
internal sealed class RestCall(DiscordWorld world, IReadOnlyDictionary<string, string> path, IQueryCollection query, JsonElement body, IReadOnlyDictionary<int, EmulatedFile> files)
{
    public DiscordWorld World => world;

    public IQueryCollection Query => query;

    public IReadOnlyDictionary<int, EmulatedFile> Files => files;

    public JsonElement Body => body;

    public FormErrors Errors { get; } = new();

    public Fields Form => new(body, Errors, "");

    public string Text(string name) => path[name];

    public bool HasText(string name) => path.ContainsKey(name);

    public ulong Id(string name) => Fields.TryParse(path[name], out var id) ? id : 0;

    /// <summary>The channel of the path, or why the bot cannot use it.</summary>
    public Answer? FindChannel(out EmulatedChannel channel, Permissions needed = Permissions.None)
    {
        if (!world.Channels.TryGetValue(Id("channel_id"), out channel!) || channel.IsDeleted)
            return Refusals.UnknownChannel;
        return Check(channel, needed);
    }

    public Answer? Check(EmulatedChannel channel, Permissions needed)
    {
        if (channel.Guild is not { } guild)
            return null;
        if (guild.IsUnavailable)
            return Answer.Refused(503, 0, "503: Service Unavailable");
        if (guild.Bot is not { } bot)
            return Refusals.MissingAccess;
        var permissions = PermissionRules.In(channel, bot);
        if (!permissions.HasFlag(Permissions.ViewChannel))
            return Refusals.MissingAccess;
        return permissions.HasFlag(needed) ? null : Refusals.MissingPermissions;
    }

    public bool May(EmulatedChannel channel, Permissions what) =>
        channel.Guild is null || channel.Guild.Bot is { } bot && PermissionRules.In(channel, bot).HasFlag(what);

    /// <summary>The guild of the path, or why the bot cannot see it.</summary>
    public Answer? FindGuild(out EmulatedGuild guild)
    {
        if (!world.Guilds.TryGetValue(Id("guild_id"), out guild!))
            return Refusals.UnknownGuild;
        if (guild.Bot is null)
            return Refusals.MissingAccess;
        return guild.IsUnavailable ? Answer.Refused(503, 0, "503: Service Unavailable") : null;
    }

    /// <summary>A message that everybody in the channel sees, or that there is none.</summary>
    public Answer? FindMessage(EmulatedChannel channel, out EmulatedMessage message) =>
        channel.MessagesUnguarded.TryGetValue(Id("message_id"), out message!) && message is { IsDeleted: false, OnlyFor: null }
            ? null : Refusals.UnknownMessage;
}
