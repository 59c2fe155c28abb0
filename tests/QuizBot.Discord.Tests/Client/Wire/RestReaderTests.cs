using System.Text;
using System.Text.Json;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class RestReaderTests
{
    private delegate T Read<T>(ref JsonCursor cursor);

    [Fact]
    public void Channel_Thread_IsReadWithParentAndState()
    {
        var channel = Of("""{"id":"4","type":11,"guild_id":"5","name":"talk","parent_id":"6","thread_metadata":{"archived":true,"locked":true,"auto_archive_duration":60},"permission_overwrites":[{"id":"7","type":1,"allow":"1024","deny":"2048"},{"id":"5","type":0,"allow":"0","deny":"18446744073709551615"}]}""", ChannelReader.Channel);

        Assert.Equal((4ul, (ulong?)5ul, 11, "talk", (ulong?)6ul, true, true), (channel.Id, channel.Guild, channel.Type, channel.Name, channel.Parent, channel.Archived, channel.Locked));
        Assert.Equal([new PermissionOverwrite(7, true, 1024, 2048), new PermissionOverwrite(5, false, 0, ulong.MaxValue)], channel.Overwrites);
    }

    [Fact]
    public void Guild_IsReadWithItsRoles()
    {
        var guild = Of("""{"id":"5","name":"Home","owner_id":"1","system_channel_id":null,"roles":[{"id":"5","permissions":"104","tags":{"id":"9"}},{"id":"8","permissions":"8"}],"emojis":[]}""", GuildReader.Guild);

        Assert.Equal((5ul, "Home", 1ul, null), (guild.Id, guild.Name, guild.Owner, guild.SystemChannel));
        Assert.Equal(new Dictionary<ulong, ulong> { [5] = 104, [8] = 8 }, guild.RolePermissions);
    }

    [Theory]
    [InlineData("""{"nick":"Nick","user":{"id":"1","username":"u","global_name":"G"},"roles":["8"]}""", "Nick")]
    [InlineData("""{"nick":null,"user":{"id":"1","username":"u","global_name":"G"},"roles":["8"]}""", "G")]
    [InlineData("""{"user":{"id":"1","username":"u","global_name":null},"roles":["8"]}""", "u")]
    public void Member_IsCalledAsTheGuildSeesThem(string json, string name)
    {
        var member = Of(json, UserReader.WholeMember);

        Assert.Equal(new DiscordUser(1, name, IsBot: false), member.User);
        Assert.Equal([8ul], member.Roles);
    }

    [Fact]
    public void Messages_AreReadWithNonceFootersAndThread()
    {
        var found = Of("""[{"id":"3","author":{"id":"9","bot":true},"nonce":"n1","flags":32,"embeds":[{"footer":{"text":"f1"}},{"title":"none"},{"footer":{"text":"f2","icon_url":"x"}}]},{"id":"2","author":{"id":"8"},"nonce":4711,"embeds":[]}]""", MessageReader.Messages);

        Assert.Equivalent(new[] { new FoundMessage(3, 9, "n1", ["f1", "f2"]) { HasThread = true }, new FoundMessage(2, 8, "4711", []) }, found, strict: true);
    }

    [Theory]
    [InlineData("""{"id":"4"}""")]
    [InlineData("""[{"author":{"id":"1"}}]""")]
    [InlineData("""[null]""")]
    [InlineData("""[5]""")]
    public void Messages_ThatAreNone_AreRefused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json, MessageReader.Messages));

    private static T Of<T>(string json, Read<T> read)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
        var value = read(ref cursor);
        cursor.End();
        return value;
    }
}
