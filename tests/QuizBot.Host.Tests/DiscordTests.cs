using System.Net;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.World;
using QuizBot.Host.Tests.Processes;

namespace QuizBot.Host.Tests;

/// <summary>The real process on an emulated Discord.</summary>
public sealed class DiscordTests
{
    [Fact]
    public async Task Run_WithAToken_IsOnDiscordAndThePlaygroundIsOff()
    {
        await using var discord = await StartDiscordAsync();
        await using var house = On(discord);
        var channel = discord.AddChannel(discord.AddGuild("Team"), "general");
        await using var host = await house.StartAsync();

        using (var page = await host.GetAsync("/"))
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var manager = discord.AddMember(channel.Guild!, "Mona", false, discord.AddRole(channel.Guild!, "Managers", Permissions.ManageGuild));
        await UseAsync(discord, manager, channel, "daily set", ("time", "23:59"), ("zone", "UTC"));
        await UseAsync(discord, manager, channel, "daily now");
        await host.SaysAsync("Posted round 1");
        Assert.Equal(0, await host.EndAsync(Signal.Terminate));
        Assert.DoesNotContain(discord.Token, host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAWrongToken_EndsWithOneClearLineWithoutIt()
    {
        await using var discord = await StartDiscordAsync();
        await using var house = On(discord);
        house.Settings["Discord__Token"] = "wrong.secret.token";

        var (code, output, errors) = await house.RunAsync();

        Assert.Equal(1, code);
        var said = string.Join('\n', output.Concat(errors));
        Assert.Contains("discord refuses the bot: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong.secret.token", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord__Token", "a token\nof two lines", "Discord:Token holds a space or line break")]
    [InlineData("Discord__Shards", "some", "Discord:Shards must be such as 0-3/8")]
    [InlineData("Discord__ApiBaseUrl", "http://discord.example/api", "Discord:ApiBaseUrl is not an https address")]
    [InlineData("Discord__CommandGuild", "mine", "Discord:CommandGuild is 'mine'; it must be an id, a number such as")]
    [InlineData("Discord__MentionRoles__mine", "5", "Discord:MentionRoles has 'mine', which is no server's id")]
    public async Task Run_BadSetting_IsRefusedWithOneLine(string setting, string value, string expected)
    {
        await using var house = new House();
        house.Settings["Discord__Token"] = "a.b.c";
        house.Settings[setting] = value;

        var (code, _, errors) = await house.RunAsync();

        Assert.Equal(1, code);
        Assert.Contains(expected, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_BeforeAnything_SaysHowToBegin()
    {
        await using var house = new House();

        var (code, output, errors) = await house.RunAsync("doctor");

        Assert.Equal((0, 0), (code, errors.Count));
        Assert.Contains("bot, database: There is none yet; the bot makes it when it first runs.", Said(output), StringComparison.Ordinal);
        Assert.Contains($"bot, platforms: Only the playground is on, at {house.Settings["Playground__Url"]}.", Said(output), StringComparison.Ordinal);
        Assert.Equal("Nothing is wrong.", output[^1]);
    }

    [Fact]
    public async Task Doctor_OfAHealthyBot_GivesTheInvitation()
    {
        await using var discord = await StartDiscordAsync();
        await using var house = On(discord);

        var (code, output, errors) = await house.RunAsync("doctor");

        Assert.Equal((0, 0), (code, errors.Count));
        Assert.Contains("ok     discord, token: Discord knows it as QuizBot", Said(output), StringComparison.Ordinal);
        Assert.Contains("ok     discord, gateway: Connected.", Said(output), StringComparison.Ordinal);
        Assert.Contains(
            $"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=bot%20applications.commands&permissions=", Said(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NamesWhatIsWrongAndEndsWithOne()
    {
        await using var discord = await StartDiscordAsync();
        await using var house = On(discord);
        house.Settings["Discord__Token"] = "wrong.secret.token";

        var (code, output, _) = await house.RunAsync("doctor");

        Assert.Equal(1, code);
        Assert.Contains("WRONG  discord, token: Discord does not know it.\n       -> Open your application at ", Said(output), StringComparison.Ordinal);
        Assert.Equal("One thing is wrong.", output[^1]);
        Assert.DoesNotContain("wrong.secret.token", Said(output), StringComparison.Ordinal);

        house.Settings["Discord__Token"] = "two words";
        (code, output, _) = await house.RunAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains("WRONG  bot, settings: Discord:Token holds a space", Said(output), StringComparison.Ordinal);
    }

    private static async Task UseAsync(DiscordEmulator discord, EmulatedMember member, EmulatedChannel channel, string command, params (string, object)[] options) =>
        Assert.NotNull(await discord.UseCommand(member, channel, command, options).Shown);

    private static Task<DiscordEmulator> StartDiscordAsync() =>
        DiscordEmulator.StartAsync(new DiscordEmulatorOptions(), TimeProvider.System, TestContext.Current.CancellationToken);

    private static House On(DiscordEmulator discord)
    {
        var house = new House();
        house.Settings["Http__Url"] = house.Settings["Playground__Url"];
        house.Settings["Discord__Token"] = discord.Token;
        house.Settings["Discord__ApiBaseUrl"] = discord.ApiBaseUrl;
        return house;
    }

    private static string Said(IEnumerable<string> lines) => string.Join('\n', lines);
}
