namespace QuizBot.Discord.Tests.Adapter;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("", "Discord:Token is empty")]
    [InlineData("a.b\n", "Discord:Token holds a space or line break")]
    [InlineData("Bot a.b", "Discord:Token begins with")]
    public void Token_ThatIsNone_IsRefusedWithoutBeingShown(string token, string line)
    {
        var fault = Assert.Single(Faults(new DiscordOptions { Token = token }));
        Assert.Contains(line, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("a.b", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discord.com")]
    [InlineData("ftp://discord.com")]
    [InlineData("http://discord.com/api/v10")]
    public void Address_ThatIsNoneOrNotEncrypted_IsRefused(string url) =>
        Assert.Contains("Discord:ApiBaseUrl", Assert.Single(Faults(new DiscordOptions { Token = "a.b", ApiBaseUrl = url })), StringComparison.Ordinal);

    [Theory]
    [InlineData("0-3/8", 0, 3, 8)]
    [InlineData("2/8", 2, 2, 8)]
    [InlineData("8/8", null, null, null)]
    [InlineData("3-1/8", null, null, null)]
    [InlineData("all", null, null, null)]
    [InlineData("0-99999999999/8", null, null, null)]
    public void Shards_AreReadOrRefused(string text, int? first, int? last, int? count)
    {
        var range = ShardRange.Parse(text);
        Assert.Equal((first, last, count), (range?.First, range?.Last, range?.Count));
        Assert.Equal(range is null, Faults(new DiscordOptions { Token = "a.b", Shards = text }).Any(f => f.StartsWith("Discord:Shards must be such as", StringComparison.Ordinal)));
    }

    [Fact]
    public void MentionRoles_AreByServer()
    {
        var options = new DiscordOptions { Token = "a.b" };
        options.MentionRoles["81384788765712384"] = 5;
        Assert.Empty(Faults(options));
        options.MentionRoles["my server"] = 5;
        Assert.Contains("'my server', which is no server's id", Assert.Single(Faults(options)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(DiscordOptions options) => new DiscordOptionsValidator().Validate(null, options).Failures ?? [];
}
