using System.Text;
using System.Text.Json;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class InteractionReaderTests
{
    private const string Origin = """
        "id":"11","application_id":"9","token":"tok","guild_id":"5","channel_id":"4","channel":{"id":"4","type":0,"parent_id":"77"},"member":{"user":{"id":"1","username":"ada","global_name":"Ada"},"nick":null,"permissions":"2147483647","roles":[]},"version":1
        """;

    private static readonly InteractionOrigin Known = new(11, "tok", 5, 4, ParentChannel: null, new DiscordUser(1, "Ada", IsBot: false), 2147483647);

    [Fact]
    public void Read_Command_TellsPathAndOptionsAsText()
    {
        var used = Read<CommandUsed>(2, """{"id":"3","name":"daily","type":1,"options":[{"type":1,"name":"set","options":[{"type":3,"name":"time","value":"09:00"},{"type":4,"name":"questions","value":5},{"type":5,"name":"loud","value":true},{"type":6,"name":"member","value":"123"}]}]}""");

        Assert.Equal(Known, used.Origin);
        Assert.Equal("daily set", used.Path);
        Assert.Equal([("time", "09:00"), ("questions", "5"), ("loud", "true"), ("member", "123")], used.Options.Select(o => (o.Key, o.Value)));
    }

    [Fact]
    public void Read_GroupOfSubCommands_IsPartOfThePathWhateverTheOrder()
    {
        var used = Read<CommandUsed>(2, """{"options":[{"options":[{"options":[{"name":"x","value":"y","type":3}],"name":"inner","type":1}],"name":"outer","type":2}],"name":"top"}""");

        Assert.Equal("top outer inner", used.Path);
        Assert.Equal("y", used.Options["x"]);
    }

    [Fact]
    public void Read_CommandWithoutOptions_IsItsName() => Assert.Equal("help", Read<CommandUsed>(2, """{"name":"help","type":1}""").Path);

    [Fact]
    public void Read_Completion_TellsWhatIsTyped()
    {
        var asked = Read<CompletionAsked>(4, """{"name":"quiz","options":[{"type":1,"name":"start","options":[{"type":4,"name":"questions","value":5},{"type":3,"name":"category","value":"mo","focused":true}]}]}""");

        Assert.Equal(("quiz start", "category", "mo"), (asked.Path, asked.Option, asked.Typed));
    }

    [Theory]
    [InlineData("64", true)]
    [InlineData("0", false)]
    [InlineData("null", false)]
    public void Read_Button_TellsItsMessage(string flags, bool ephemeral)
    {
        var clicked = Read<ButtonClicked>(3, """{"custom_id":"a:1","component_type":2}""", $$""","message":{"id":"22","flags":{{flags}},"author":{"id":"9"},"components":[{"id":1}]}""");

        Assert.Equal(new ButtonClicked(Known, 22, ephemeral, "a:1"), clicked);
    }

    [Theory]
    [InlineData("""[{"type":1,"components":[{"type":4,"custom_id":"a","value":"one"}]},{"type":1,"components":[{"type":4,"custom_id":"b","value":""}]}]""")]
    [InlineData("""[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"a","value":"one"}},{"type":18,"component":{"type":4,"custom_id":"b","value":""}},{"type":10,"id":5}]""")]
    public void Read_Form_TellsFieldsInRowsOrLabels(string components)
    {
        var sent = Read<ModalSent>(5, $$"""{"custom_id":"form","components":{{components}}}""");

        Assert.Equal("form", sent.CustomId);
        Assert.Equal([("a", "one"), ("b", "")], sent.Fields.Select(f => (f.Key, f.Value)));
    }

    [Fact]
    public void Read_InAThread_TellsItsParent()
    {
        var json = "{" + Origin.Replace("\"type\":0", "\"type\":11", StringComparison.Ordinal) + ""","type":2,"data":{"name":"help"}}""";

        Assert.Equal(77ul, ((CommandUsed)InteractionReader.Read(Encoding.UTF8.GetBytes(json))!).Origin.ParentChannel);
    }

    [Fact]
    public void Read_DirectMessage_HasNoGuildAndNoPermissions()
    {
        var used = (CommandUsed)InteractionReader.Read("""{"id":"11","token":"tok","type":2,"channel_id":"4","channel":{"id":"4","type":1},"user":{"id":"1","username":"ada"},"data":{"name":"help"}}"""u8)!;

        Assert.Equal(new InteractionOrigin(11, "tok", null, 4, null, new DiscordUser(1, "ada", IsBot: false), 0), used.Origin);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Read_KindNeverOffered_IsNothing(int type) =>
        Assert.Null(InteractionReader.Read(Encoding.UTF8.GetBytes("{" + Origin + $$""","type":{{type}}}""")));

    [Theory]
    [InlineData("token")]
    [InlineData("channel_id")]
    [InlineData("member")]
    [InlineData("data")]
    public void Read_WithoutWhatItNeeds_IsRefused(string missing)
    {
        var json = ("{" + Origin + ""","type":2,"data":{"name":"help"}}""").Replace($"\"{missing}\":", "\"other\":", StringComparison.Ordinal);

        Assert.ThrowsAny<JsonException>(() => InteractionReader.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void ToString_OfAnInteraction_HidesItsToken() =>
        Assert.DoesNotContain("tok", Read<CommandUsed>(2, """{"name":"help"}""").ToString(), StringComparison.Ordinal);

    private static T Read<T>(int type, string data, string more = "")
        where T : DiscordInteraction =>
        Assert.IsType<T>(InteractionReader.Read(Encoding.UTF8.GetBytes("{" + Origin + $$""","type":{{type}},"data":{{data}}{{more}}}""")));
}
