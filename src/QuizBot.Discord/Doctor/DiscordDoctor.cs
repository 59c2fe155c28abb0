using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Doctor;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Commands;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Doctor;

/// <summary>Says of token, connection, commands and permissions what is wrong and how it is mended.</summary>
internal sealed class DiscordDoctor(
    IDiscordClient client, ChannelCheck channels, FailureReader failures, GatewayTrial trial, IOptions<DiscordOptions> options) : IPlatformDoctor
{
    private const string Portal = "https://discord.com/developers/applications";
    private const int FewSessions = 10;

    public string Name => DiscordIds.Platform;

    public async IAsyncEnumerable<Finding> ExamineAsync(
        IReadOnlyList<ChannelRef> channels, CommandCatalogue commands, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var asked = await client.IdentifyAsync(cancellation);
        if (!asked.IsDone)
        {
            yield return Unknown(asked.Failure);
            yield break;
        }

        var identity = asked.Value;
        yield return new(FindingKind.Good, "token", $"Discord knows it as {identity.User.Name}, application {identity.ApplicationId}.");
        yield return new(FindingKind.Good, "intents", "None that must be switched on: the bot asks for no privileged one.");
        yield return await ConnectAsync(cancellation);
        yield return await CommandsAsync(commands, cancellation);
        foreach (var guild in options.Value.CommandGuild is null ? Guilds(channels) : [])
        {
            if (await client.ListCommandsAsync(guild, cancellation) is { IsDone: true, Value.Count: > 0 })
                yield return Twice(identity, guild);
        }

        if (channels.Count == 0)
            yield return new(FindingKind.Note, "channels", "No channel of Discord has a question of the day yet; /daily set in a channel begins one.");
        foreach (var channel in channels)
            yield return await ChannelAsync(channel, cancellation);
        yield return new(FindingKind.Note, "invitation", Invitation.Link(identity.ApplicationId));
        yield return new(
            FindingKind.Note, "invitation", $"With Manage Messages too, so that a reaction that a member replaced is taken off: {Invitation.LinkWithManageMessages(identity.ApplicationId)}");
    }

    private Finding Unknown(DiscordFailure failure) => failure.Status switch
    {
        401 => new(FindingKind.Wrong, "token", "Discord does not know it.")
        {
            Remedy = $"Open your application at {Portal}, page Bot, press Reset Token, and set Discord:Token to what it shows.",
        },
        _ => new(FindingKind.Wrong, "connection", $"{options.Value.ApiBaseUrl} does not answer as it should: {failure}.")
        {
            Remedy = "See that this machine reaches Discord's address (a proxy or firewall may keep it from it), and whether https://discordstatus.com tells of an outage.",
        },
    };

    private async Task<Finding> ConnectAsync(CancellationToken cancellation)
    {
        var gateway = await client.GetGatewayAsync(cancellation);
        if (!gateway.IsDone)
            return Unknown(gateway.Failure);
        var (wanted, left, reset) = gateway.Value;
        if (options.Value.Shards is { } set && ShardRange.Parse(set) is { } range && range.Count < wanted)
        {
            return new(FindingKind.Wrong, "shards", $"Discord:Shards counts {range.Count} shards in all, and Discord wants {wanted}.")
            {
                Remedy = $"Leave Discord:Shards out, or let the processes share {wanted}: such as 0-{wanted - 1}/{wanted}.",
            };
        }

        // Each trial is one of the thousand connections that Discord allows a day.
        if (left < FewSessions)
        {
            return new(FindingKind.Wrong, "gateway", $"Only {left} new connections are left for today.")
            {
                Remedy = $"Something connects again and again: look for it in the log. There are more in {reset:h\\:mm} hours.",
            };
        }

        return await trial.RunAsync(cancellation) is { } refused
            ? new(FindingKind.Wrong, "gateway", refused) { Remedy = "Mend that, and run doctor again." }
            : new(FindingKind.Good, "gateway", $"Connected. Discord wants {wanted} {(wanted == 1 ? "shard" : "shards")}; {left - 1} new connections are left for today.");
    }

    private async Task<Finding> CommandsAsync(CommandCatalogue commands, CancellationToken cancellation)
    {
        var where = options.Value.CommandGuild is { } guild ? $"the server {guild} (Discord:CommandGuild)" : "all servers";
        var there = await client.ListCommandsAsync(options.Value.CommandGuild, cancellation);
        if (!there.IsDone)
        {
            return new(FindingKind.Wrong, "commands", $"Those for {where} cannot be read: {there.Failure}.")
            {
                Remedy = options.Value.CommandGuild is null ? "Try again in a minute." : "Invite the bot to that server with the link below, or take Discord:CommandGuild away.",
            };
        }

        return CommandComparison.AreSame(there.Value, CommandRenderer.Render(commands))
            ? new(FindingKind.Good, "commands", $"Offered to {where}, as this version has them.")
            : new(FindingKind.Note, "commands", $"Those for {where} are not those of this version; the bot offers them when it runs.");
    }

    private static IEnumerable<ulong> Guilds(IReadOnlyList<ChannelRef> channels) =>
        channels.Select(c => DiscordIds.TryGuild(c.Workspace, out var guild) ? guild : 0).Where(g => g != 0).Distinct();

    private static Finding Twice(DiscordIdentity identity, ulong guild) =>
        new(FindingKind.Wrong, "commands", $"Server {guild} has commands of its own, left from Discord:CommandGuild, so its members see each twice.")
        {
            Remedy = $"docs/discord.md has the line that takes them away; APPLICATION is {identity.ApplicationId}, SERVER is {guild}.",
        };

    private async Task<Finding> ChannelAsync(ChannelRef channel, CancellationToken cancellation)
    {
        var subject = $"channel {channel.Id}";
        if (!DiscordIds.TryChannel(channel, out var guild, out var id))
            return new(FindingKind.Wrong, subject, "This is no channel of Discord's.") { Remedy = "/daily remove takes its question of the day away." };
        var name = await client.GetChannelAsync(id, cancellation) is { IsDone: true, Value.Name: { Length: > 0 } known } ? $"#{known}" : "The channel";
        var lacking = await channels.LackingAsync(guild, id, cancellation);
        if (lacking is { IsDone: true, Value.Count: 0 })
            return new(FindingKind.Good, subject, $"{name} in server {guild}: the bot may do all it needs.");
        if (lacking.IsDone)
        {
            return new(FindingKind.Wrong, subject, $"{name} in server {guild}: the bot lacks {string.Join(", ", lacking.Value.Select(p => p.Name))}.")
            {
                Remedy = "Give these to the bot's role: Edit Channel, Permissions; or for the whole server: Server Settings, Roles.",
            };
        }

        var why = await failures.ReadAsync(lacking.Failure, DiscordAct.Read, guild, id, cancellation);
        return new(FindingKind.Wrong, subject, $"In server {guild}: {why.Detail}.")
        {
            Remedy = why.Kind switch
            {
                ChatFailureKind.WorkspaceGone => "Invite the bot again with the link below; then /daily resume in that channel.",
                ChatFailureKind.ChannelGone => "Use /daily set in another channel.",
                _ => "Try again in a minute.",
            },
        };
    }
}
