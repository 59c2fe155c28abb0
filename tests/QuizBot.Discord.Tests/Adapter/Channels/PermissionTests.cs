using QuizBot.Chat;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Tests.Adapter.Channels;

public sealed class PermissionTests
{
    private const ulong Role = 7, Other = 8;
    private static readonly ulong Send = DiscordPermission.SendMessages.Bit, React = DiscordPermission.AddReactions.Bit;

    [Fact]
    public async Task Check_OfAChannelThatMayBeUsed_LacksNothing()
    {
        await using var house = new AdapterHouse();
        Assert.Empty(await CheckAsync(house));
    }

    [Fact]
    public async Task Check_NamesEachMissingPermissionAsDiscordDoes()
    {
        await using var house = new AdapterHouse();
        house.Client.Guild = house.Client.Guild with { RolePermissions = new Dictionary<ulong, ulong>() };
        Assert.Equal(
            ["View Channel", "Send Messages", "Embed Links", "Read Message History", "Add Reactions", "Create Public Threads"], await CheckAsync(house));
    }

    [Fact]
    public async Task Overwrites_OutdoTheServersRoles_RolesBeforeTheMember()
    {
        await using var house = new AdapterHouse();
        house.Client.Members[Sample.Self] = house.Client.Members[Sample.Self] with { Roles = [Role] };
        Overwrite(house, new PermissionOverwrite(Sample.Guild, false, 0, Send | React));
        Assert.Equal(["Send Messages", "Add Reactions"], await CheckAsync(house));
        Overwrite(house, new(Sample.Guild, false, 0, Send | React), new(Role, false, Send, 0), new(Other, false, React, 0));
        Assert.Equal(["Add Reactions"], await CheckAsync(house));
        Overwrite(house, new(Sample.Guild, false, 0, Send), new(Role, false, Send, 0), new(Sample.Self, true, 0, Send));
        Assert.Equal(["Send Messages"], await CheckAsync(house));
        // A member's overwrite that happens to have a role's number is no role's.
        Overwrite(house, new(Sample.Guild, false, 0, Send), new(Role, true, Send, 0));
        Assert.Equal(["Send Messages"], await CheckAsync(house));
    }

    [Fact]
    public async Task OwnerAndAdministrator_MayEverything()
    {
        await using var house = new AdapterHouse();
        Overwrite(house, new PermissionOverwrite(Sample.Guild, false, 0, ulong.MaxValue));
        house.Client.Guild = house.Client.Guild with { Owner = Sample.Self };
        Assert.Empty(await CheckAsync(house));
        house.Client.Guild = house.Client.Guild with { Owner = 1, RolePermissions = new Dictionary<ulong, ulong> { [Role] = DiscordPermission.Administrator.Bit } };
        house.Client.Members[Sample.Self] = house.Client.Members[Sample.Self] with { Roles = [Role] };
        Assert.Empty(await CheckAsync(house));
    }

    [Fact]
    public async Task Thread_HasItsChannelsOverwritesAndAPermissionOfItsOwn()
    {
        await using var house = new AdapterHouse();
        house.Client.Channels.Add(new DiscordChannel(99, Sample.Guild, 11, "thread", Sample.Channel, []));
        Overwrite(house, new PermissionOverwrite(Sample.Guild, false, 0, DiscordPermission.SendInThreads.Bit | Send));
        Assert.Equal(["Send Messages in Threads"], await CheckAsync(house, 99));
        house.Client.Channels[^1] = house.Client.Channels[^1] with { Locked = true };
        Assert.Equal(["Send Messages in Threads", "Manage Threads"], await CheckAsync(house, 99));
    }

    [Fact]
    public async Task HiddenChannel_LacksViewChannel()
    {
        await using var house = new AdapterHouse();
        Overwrite(house, new PermissionOverwrite(Sample.Guild, false, 0, DiscordPermission.ViewChannel.Bit));
        house.Client.Fail = call => call == "channel" ? new DiscordFailure(403, 50001, "Missing Access") : null;
        Assert.Equal(["View Channel"], await CheckAsync(house));
    }

    [Fact]
    public async Task ChannelOfAnotherServer_IsGone()
    {
        await using var house = new AdapterHouse();
        house.Client.Channels.Add(new DiscordChannel(99, 123, 0, "elsewhere", null, []));
        var check = await house.Platform.CheckChannelAsync(DiscordIds.Channel(Sample.Guild, 99), TestContext.Current.CancellationToken);
        Assert.Equal(ChatFailureKind.ChannelGone, check.Failure?.Kind);
    }

    private static void Overwrite(AdapterHouse house, params PermissionOverwrite[] overwrites) =>
        house.Client.Channels[0] = house.Client.Channels[0] with { Overwrites = overwrites };

    private static async Task<IReadOnlyList<string>> CheckAsync(AdapterHouse house, ulong channel = Sample.Channel)
    {
        var check = await house.Platform.CheckChannelAsync(DiscordIds.Channel(Sample.Guild, channel), TestContext.Current.CancellationToken);
        Assert.True(check.IsDone, check.Failure?.Detail);
        return check.Value!;
    }
}
