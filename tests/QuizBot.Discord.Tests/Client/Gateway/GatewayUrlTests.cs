using QuizBot.Discord.Client;
using QuizBot.Discord.Client.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class GatewayUrlTests
{
    private static readonly Uri Local = new("http://127.0.0.1:5000/api/v10");

    [Theory]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://gateway-us-east1-b.discord.gg/", "wss://gateway-us-east1-b.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://gateway.discord.gg/?v=6&x=y#z", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    public void From_Discord_IsTaken(string text, string url) => Assert.Equal(url, GatewayUrl.From(text, DiscordClientOptions.DiscordApi)!.ToString());

    [Theory]
    [InlineData("ws://gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    [InlineData("wss://discord.gg.evil.example")]
    [InlineData("wss://evildiscord.gg")]
    [InlineData("wss://gateway.discord.gg@evil.example")]
    [InlineData("wss://user:pass@gateway.discord.gg")]
    [InlineData("wss://evil.example/gateway.discord.gg")]
    [InlineData("wss://evil.example\\.discord.gg")]
    [InlineData("wss://evil.example#.discord.gg")]
    [InlineData("ws://127.0.0.1:5000")]
    [InlineData("")]
    [InlineData("gateway.discord.gg")]
    public void From_Elsewhere_IsRefused(string text) => Assert.Null(GatewayUrl.From(text, DiscordClientOptions.DiscordApi));

    [Theory]
    [InlineData("ws://127.0.0.1:6000", true)]
    [InlineData("wss://gateway.discord.gg", true)]
    [InlineData("ws://127.0.0.2:6000", false)]
    [InlineData("ws://10.0.0.1:6000", false)]
    [InlineData("ws://evil.example", false)]
    [InlineData("http://127.0.0.1:6000", false)]
    public void From_ApiOnThisMachine_AllowsThisMachine(string text, bool taken) => Assert.Equal(taken, GatewayUrl.From(text, Local) is not null);
}
