using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Channels;

/// <summary>What the bot lacks in a channel.</summary>
internal sealed class ChannelCheck(IDiscordClient client)
{
    private const int MissingAccess = 50001;

    /// <summary>The permissions that are missing for the bot's whole work, in the order of Discord's settings.</summary>
    /// <param name="guild">The guild the channel must be of.</param>
    /// <param name="channel">A channel or thread.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A failure of code 10003 where the guild has no such channel.</returns>
    public async ValueTask<DiscordResult<IReadOnlyList<DiscordPermission>>> LackingAsync(ulong guild, ulong channel, CancellationToken cancellation)
    {
        var (asked, there, member) = (GetGuildAsync(guild, cancellation), FindChannelAsync(guild, channel, cancellation), GetSelfAsync(guild, cancellation));
        await Task.WhenAll(asked, there, member);
        if ((await asked, await there, await member) is not ({ IsDone: true } g, { IsDone: true } c, { IsDone: true } m))
            return ((await asked).Failure ?? (await there).Failure ?? (await member).Failure)!;

        var place = c.Value;
        // A thread has no overwrites of its own.
        var overwrites = place.IsThread && place.Parent is { } parent
            ? (await client.GetChannelAsync(parent, cancellation)).Value?.Overwrites ?? place.Overwrites
            : place.Overwrites;
        var permissions = EffectivePermissions.Of(g.Value, m.Value, overwrites);
        var needed = place.IsThread ? DiscordPermission.NeededInThread : DiscordPermission.NeededInChannel;
        if (place is { IsThread: true, Locked: true })
            needed = [.. needed, DiscordPermission.ManageThreads];
        IReadOnlyList<DiscordPermission> lacking = [.. needed.Where(p => !p.IsIn(permissions))];
        return new DiscordResult<IReadOnlyList<DiscordPermission>>(lacking, null);
    }

    /// <summary>A channel in which the bot may say how to begin: where Discord greets newcomers, else the first it may post in; null where there is none.</summary>
    public async ValueTask<DiscordResult<ulong?>> FindChannelToGreetInAsync(ulong guild, CancellationToken cancellation)
    {
        var (asked, all, member) = (
            GetGuildAsync(guild, cancellation), client.ListChannelsAsync(guild, cancellation).AsTask(), GetSelfAsync(guild, cancellation));
        await Task.WhenAll(asked, all, member);
        if ((await asked, await all, await member) is not ({ IsDone: true } g, { IsDone: true } c, { IsDone: true } m))
            return ((await asked).Failure ?? (await all).Failure ?? (await member).Failure)!;
        const int Text = 0;
        var found = c.Value.Where(x => x.Type == Text).OrderByDescending(x => x.Id == g.Value.SystemChannel)
            .FirstOrDefault(x => MayPost(EffectivePermissions.Of(g.Value, m.Value, x.Overwrites)));
        return new DiscordResult<ulong?>(found?.Id, null);
    }

    private static bool MayPost(ulong permissions) =>
        DiscordPermission.ViewChannel.IsIn(permissions) && DiscordPermission.SendMessages.IsIn(permissions) && DiscordPermission.EmbedLinks.IsIn(permissions);

    private Task<DiscordResult<DiscordGuild>> GetGuildAsync(ulong guild, CancellationToken cancellation) =>
        client.GetGuildAsync(guild, cancellation).AsTask();

    private async Task<DiscordResult<DiscordMember>> GetSelfAsync(ulong guild, CancellationToken cancellation)
    {
        if (client.Identity is { } known)
            return await client.GetMemberAsync(guild, known.User.Id, cancellation);
        var asked = await client.IdentifyAsync(cancellation);
        return asked.IsDone ? await client.GetMemberAsync(guild, asked.Value.User.Id, cancellation) : asked.Failure;
    }

    private async Task<DiscordResult<DiscordChannel>> FindChannelAsync(ulong guild, ulong channel, CancellationToken cancellation)
    {
        var asked = await client.GetChannelAsync(channel, cancellation);
        if (asked is { Failure.Code: MissingAccess })
        {
            // One that the bot may not see is still in the guild's list.
            var all = await client.ListChannelsAsync(guild, cancellation);
            if (!all.IsDone)
                return all.Failure;
            return all.Value.FirstOrDefault(c => c.Id == channel) is { } hidden ? hidden : asked.Failure;
        }

        return asked.IsDone && asked.Value.Guild != guild ? new DiscordFailure(404, 10003, "the server has no such channel") : asked;
    }
}
