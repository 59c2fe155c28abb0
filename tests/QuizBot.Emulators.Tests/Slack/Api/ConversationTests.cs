using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class ConversationTests
{
    [Fact]
    public async Task History_OfAChannel_IsPagedFromTheNewest()
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < 5; i++)
            office.Slack.Say(office.Ada, office.Channel, $"{i}");
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var reply = (await office.Wire.CallAsync("conversations.history", new { channel = office.Channel.Id, limit = 2, cursor })).AssertOk();
            seen.AddRange(reply["messages"].EnumerateArray().Select(one => one.GetProperty("text").GetString()!));
            cursor = reply["has_more"].GetBoolean() ? reply["response_metadata"].GetProperty("next_cursor").GetString() : "";
        }
        while (cursor is { Length: > 0 });

        Assert.Equal(["4", "3", "2", "1", "0"], seen);
    }

    [Fact]
    public async Task History_BetweenTwoTimes_HasWhatLiesThere()
    {
        await using var office = await Office.OpenAsync();
        var all = Enumerable.Range(0, 4).Select(i => office.Slack.Say(office.Ada, office.Channel, $"{i}")).ToList();
        async Task<string> Texts(object more) => string.Concat((await office.Wire.CallAsync("conversations.history", Office.Merge(new { channel = office.Channel.Id }, more)))
            .AssertOk()["messages"].EnumerateArray().Select(one => one.GetProperty("text").GetString()));

        Assert.Equal("32", await Texts(new { oldest = all[1].Ts }));
        Assert.Equal("321", await Texts(new { oldest = all[1].Ts, inclusive = true }));
        Assert.Equal("10", await Texts(new { latest = all[2].Ts }));
    }

    [Fact]
    public async Task History_WithAllMetadata_HasTheMetadataAndElseNot()
    {
        await using var office = await Office.OpenAsync();
        await office.PostAsync(new { metadata = new { event_type = "round", event_payload = new { id = "r1" } } });
        async Task<bool> Has(bool asked) => (await office.Wire.CallAsync("conversations.history", new { channel = office.Channel.Id, include_all_metadata = asked }))
            .AssertOk()["messages"][0].TryGetProperty("metadata", out _);

        Assert.True(await Has(true));
        Assert.False(await Has(false));
    }

    [Fact]
    public async Task Replies_OfAThread_BeginWithItsFirstMessage()
    {
        await using var office = await Office.OpenAsync();
        var root = await office.PostAsync();
        var reply = office.Slack.Say(office.Ada, office.Channel, "in it", root.Ts);

        var answer = (await office.Wire.CallAsync("conversations.replies", new { channel = office.Channel.Id, ts = reply.Ts })).AssertOk();

        Assert.Equal([root.Ts, reply.Ts], answer["messages"].EnumerateArray().Select(one => one.GetProperty("ts").GetString()!));
        Assert.Single((await office.Wire.CallAsync("conversations.history", new { channel = office.Channel.Id }))["messages"].EnumerateArray());
        (await office.Wire.CallAsync("conversations.replies", new { channel = office.Channel.Id, ts = "1111111111.111111" })).AssertRefused("thread_not_found");
    }

    [Theory]
    [InlineData("conversations.history", "limit", "none", "invalid_limit")]
    [InlineData("conversations.history", "cursor", "nonsense", "invalid_cursor")]
    [InlineData("conversations.history", "oldest", "yesterday", "invalid_ts_oldest")]
    [InlineData("conversations.history", "latest", "tomorrow", "invalid_ts_latest")]
    [InlineData("conversations.members", "cursor", "nonsense", "invalid_cursor")]
    [InlineData("conversations.list", "types", "fish", "invalid_types")]
    public async Task Reading_WithAWrongArgument_IsRefused(string method, string argument, string value, string error)
    {
        await using var office = await Office.OpenAsync();

        (await office.Wire.CallAsync(method, new Dictionary<string, string> { ["channel"] = office.Channel.Id, [argument] = value })).AssertRefused(error);
    }

    [Fact]
    public async Task Members_OfAChannel_ArePaged()
    {
        await using var office = await Office.OpenAsync();

        var first = (await office.Wire.CallAsync("conversations.members", new { channel = office.Channel.Id, limit = 2 })).AssertOk();
        var rest = (await office.Wire.CallAsync("conversations.members", new { channel = office.Channel.Id, limit = 2, cursor = first["response_metadata"].GetProperty("next_cursor").GetString() })).AssertOk();

        Assert.Equal(3, first["members"].GetArrayLength() + rest["members"].GetArrayLength());
        Assert.Equal("", rest["response_metadata"].GetProperty("next_cursor").GetString());
    }

    [Fact]
    public async Task List_OfChannels_HasWhatTheBotMaySee()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.AddChannel(office.Workspace, "secret", office.Ada, ChannelKind.Private, withBot: false);
        office.Slack.AddChannel(office.Workspace, "ours", office.Ada, ChannelKind.Private);
        office.Slack.Archive(office.Slack.AddChannel(office.Workspace, "old", office.Ada));
        async Task<IEnumerable<string>> Names(object more) => (await office.Wire.CallAsync("conversations.list", more)).AssertOk()["channels"].EnumerateArray().Select(one => one.GetProperty("name").GetString()!);

        Assert.Equal(["general", "old"], await Names(new { }));
        Assert.Equal(["general", "ours"], await Names(new { types = "public_channel,private_channel", exclude_archived = true }));
        (await office.Wire.CallAsync("conversations.list", new { types = "im" })).AssertRefused("missing_scope");
    }

    [Fact]
    public async Task Open_WithAMember_IsTheirConversation()
    {
        await using var office = await Office.OpenAsync();
        office.Workspace.Scopes = new HashSet<string>(office.Workspace.Scopes) { "im:write" };
        var gone = office.Slack.AddMember(office.Workspace, "gone");
        office.Slack.Deactivate(gone);
        Task<Reply> Open(string? users) => office.Wire.CallAsync("conversations.open", new { users });

        Assert.StartsWith("D", (await Open(office.Ada.Id)).AssertOk()["channel"].GetProperty("id").GetString());
        (await Open("U404")).AssertRefused("user_not_found");
        (await Open(gone.Id)).AssertRefused("user_disabled");
        (await Open(null)).AssertRefused("users_list_not_supplied");
        (await Open(office.Workspace.Bot.Id)).AssertRefused("invalid_user_combination");
    }

    [Fact]
    public async Task Join_OfAPublicChannel_MakesTheBotAMember()
    {
        await using var office = await Office.OpenAsync();
        office.Workspace.Scopes = new HashSet<string>(office.Workspace.Scopes) { "channels:join" };
        var outside = office.Slack.AddChannel(office.Workspace, "outside", office.Ada, withBot: false);

        (await office.Wire.CallAsync("conversations.join", new { channel = outside.Id })).AssertOk();

        Assert.Contains(office.Workspace.Bot, outside.Members);
        Assert.Equal("already_in_channel", (await office.Wire.CallAsync("conversations.join", new { channel = outside.Id }))["warning"].GetString());
        (await office.Wire.CallAsync("conversations.history", new { channel = outside.Id })).AssertOk();
    }

    [Fact]
    public async Task Users_OfAllKinds_ReadAsWhatTheyAre()
    {
        await using var office = await Office.OpenAsync();
        var guest = office.Slack.AddMember(office.Workspace, "gus", MemberRole.Guest, "America/New_York", displayName: "<!channel>");
        var bot = office.Slack.AddMember(office.Workspace, "robot", isBot: true);
        var gone = office.Slack.AddMember(office.Workspace, "gone");
        office.Slack.Deactivate(gone);
        async Task<System.Text.Json.JsonElement> User(EmulatedMember member) => (await office.Wire.CallAsync("users.info", new { user = member.Id })).AssertOk()["user"];

        Assert.True((await User(office.Ada)).GetProperty("is_admin").GetBoolean());
        var restricted = await User(guest);
        Assert.True(restricted.GetProperty("is_restricted").GetBoolean());
        Assert.Equal(("America/New_York", -18_000, "<!channel>"),
            (restricted.GetProperty("tz").GetString(), restricted.GetProperty("tz_offset").GetInt32(), restricted.GetProperty("profile").GetProperty("display_name").GetString()));
        Assert.True((await User(bot)).GetProperty("is_bot").GetBoolean());
        Assert.True((await User(gone)).GetProperty("deleted").GetBoolean());
        Assert.False((await User(gone)).TryGetProperty("tz", out _));
        (await office.Wire.CallAsync("users.info", new { user = "U404" })).AssertRefused("user_not_found");
        (await office.Wire.CallAsync("bots.info", new { bot = "B404" })).AssertRefused("bot_not_found");
        Assert.Equal("QuizBot", (await office.Wire.CallAsync("bots.info", new { bot = office.Workspace.Bot.BotId })).AssertOk()["bot"].GetProperty("name").GetString());
        Assert.Equal(6, (await office.Wire.CallAsync("users.list")).AssertOk()["members"].GetArrayLength());
    }
}
