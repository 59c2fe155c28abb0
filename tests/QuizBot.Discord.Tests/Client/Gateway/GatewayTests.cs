using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class GatewayTests
{
    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_IsRun_ConnectsAndHearsItsGuilds()
    {
        await using var stage = await Stage.BeginAsync(before: d => d.AddGuild("Home"));
        await stage.ConnectAsync();

        var available = await stage.Events.NextAsync<GuildAvailable>();

        Assert.Equal(new GuildAvailable(stage.Discord.Guilds[0].Id, Joined: false, WasUnavailable: false), available);
        Assert.Equal(stage.Discord.ApplicationId, stage.Client.Identity!.ApplicationId);
        Assert.Equal(stage.Discord.Bot.Id, stage.Client.Identity.User.Id);
        Assert.True(stage.Client.IsConnected);
    }
}
