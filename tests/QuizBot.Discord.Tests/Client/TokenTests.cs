using QuizBot.Chat;
using QuizBot.Discord.Client;

namespace QuizBot.Discord.Tests.Client;

public sealed class TokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("abc def")]
    [InlineData("abc\n")]
    [InlineData(" abc")]
    [InlineData("abc\r\nX-Header: y")]
    [InlineData("Bot abc")]
    [InlineData("abc\0")]
    [InlineData("abcö")]
    public void Token_CannotBeOne_IsRefusedInOneLineWithoutIt(string? text)
    {
        var refused = Assert.Throws<PlatformRefusedException>(() => new DiscordToken(text));

        Assert.StartsWith("Discord:Token", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain("abc", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_ShownInAnyWay_IsHidden()
    {
        var options = new DiscordClientOptions(new DiscordToken("MTIz.abc.def"));

        Assert.DoesNotContain("abc", options.ToString() + options.Token, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://discord.com/api/v10")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:pass@discord.com/api/v10")]
    [InlineData("https://discord.com/api/v10?x=1")]
    public void ApiBaseUrl_WouldShowTheTokenToOthers_IsRefused(string url) =>
        Assert.NotNull((new DiscordClientOptions(new DiscordToken("abc")) { ApiBaseUrl = new Uri(url) }).Problem());
}
