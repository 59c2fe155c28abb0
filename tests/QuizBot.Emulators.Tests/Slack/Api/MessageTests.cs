using System.Text.Json;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class MessageTests
{
    [Fact]
    public async Task Post_WithBlocksAndMetadata_IsKept()
    {
        await using var office = await Office.OpenAsync();

        var message = await office.PostAsync(new { blocks = new[] { Kit.Actions(Kit.Button("One", "one")) }, metadata = new { event_type = "round", event_payload = new { id = 7 } } });

        Assert.Same(office.Workspace.Bot, message.Author);
        Assert.Equal(["one"], message.Content.ActionIds);
        Assert.Equal(7, message.Content.Metadata.GetProperty("event_payload").GetProperty("id").GetInt32());
        Assert.NotEmpty(message.Content.Blocks[0].GetProperty("block_id").GetString()!);
    }

    [Fact]
    public async Task Post_ToAMember_OpensTheConversation()
    {
        await using var office = await Office.OpenAsync();

        var reply = (await office.Wire.CallAsync("chat.postMessage", new { channel = office.Ada.Id, text = "psst" })).AssertOk();

        var direct = office.Workspace.Direct(office.Ada)!;
        Assert.Equal(direct.Id, reply["channel"].GetString());
        Assert.Equal("psst", Assert.Single(direct.Messages).Text);
        (await office.Wire.CallAsync("chat.update", new { channel = office.Ada.Id, ts = reply["ts"].GetString(), text = "x" })).AssertRefused("channel_not_found");
        (await office.Wire.CallAsync("chat.update", new { channel = direct.Id, ts = reply["ts"].GetString(), text = "x" })).AssertOk();
    }

    [Fact]
    public async Task Post_WhereTheBotMayNot_SaysWhy()
    {
        await using var office = await Office.OpenAsync();
        var (slack, workspace, ada) = (office.Slack, office.Workspace, office.Ada);
        var outside = slack.AddChannel(workspace, "outside", ada, withBot: false);
        var secret = slack.AddChannel(workspace, "secret", ada, QuizBot.Emulators.Slack.World.ChannelKind.Private, withBot: false);
        var old = slack.AddChannel(workspace, "old", ada);
        slack.Archive(old);
        var readOnly = slack.AddChannel(workspace, "news", ada);
        readOnly.IsReadOnly = true;
        var gone = slack.AddChannel(workspace, "gone", ada);
        slack.DeleteChannel(gone);

        foreach (var (channel, error) in ((string, string)[])
            [(outside.Id, "not_in_channel"), (secret.Id, "channel_not_found"), (old.Id, "is_archived"), (readOnly.Id, "restricted_action"), (gone.Id, "channel_not_found"), ("C404", "channel_not_found")])
            (await office.Wire.CallAsync("chat.postMessage", new { channel, text = "x" })).AssertRefused(error);
        workspace.Scopes = new HashSet<string>(workspace.Scopes) { "chat:write.public" };
        (await office.Wire.CallAsync("chat.postMessage", new { channel = outside.Id, text = "x" })).AssertOk();
    }

    [Fact]
    public async Task Post_OfTooLongAText_IsCutAndAnUpdateIsRefused()
    {
        await using var office = await Office.OpenAsync();

        var message = await office.PostAsync(new { text = new string('x', 40_001) });

        Assert.Equal(40_000, message.Text.Length);
        (await office.UpdateAsync(message, new { text = new string('x', 4_001) })).AssertRefused("msg_too_long");
        (await office.UpdateAsync(message, new { text = new string('x', 4_000) })).AssertOk();
    }

    [Theory]
    [InlineData("""{"text":""}""", "no_text")]
    [InlineData("""{"blocks":"nonsense"}""", "invalid_blocks_format")]
    [InlineData("""{"blocks":{}}""", "invalid_blocks_format")]
    [InlineData("""{"blocks":[{"type":"nothing"}]}""", "invalid_blocks")]
    [InlineData("""{"metadata":"nonsense"}""", "invalid_metadata_format")]
    [InlineData("""{"metadata":{"event_type":"x"}}""", "invalid_metadata_schema")]
    [InlineData("""{"metadata":{"event_type":"","event_payload":{}}}""", "invalid_metadata_schema")]
    [InlineData("""{"attachments":"nonsense"}""", "invalid_attachments")]
    [InlineData("""{"attachments":[1]}""", "invalid_attachments")]
    [InlineData("""{"attachments":[{"blocks":[{"type":"nothing"}]}]}""", "invalid_blocks")]
    [InlineData("""{"thread_ts":"now"}""", "invalid_thread_ts")]
    [InlineData("""{"thread_ts":"1111111111.111111"}""", "thread_not_found")]
    public async Task Post_OfWhatSlackRefuses_IsRefused(string more, string error)
    {
        await using var office = await Office.OpenAsync();
        var arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(more)!;
        arguments.TryAdd("text", JsonSerializer.SerializeToElement("x"));
        arguments["channel"] = JsonSerializer.SerializeToElement(office.Channel.Id);

        (await office.Wire.CallAsync("chat.postMessage", arguments)).AssertRefused(error);
        Assert.Empty(office.Channel.Messages);
    }

    [Fact]
    public async Task Post_OfTooMuch_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        Task<Reply> Post(object more) => office.Wire.CallAsync("chat.postMessage", Office.Merge(new { channel = office.Channel.Id, text = "x" }, more));

        (await Post(new { blocks = Enumerable.Repeat(Kit.Section(new string('x', 2_900)), 5) })).AssertRefused("msg_blocks_too_long");
        (await Post(new { attachments = Enumerable.Repeat(new { text = "x" }, 101) })).AssertRefused("too_many_attachments");
        (await Post(new { metadata = new { event_type = "x", event_payload = new { x = new string('x', 16_384) } } })).AssertRefused("metadata_too_large");
    }

    [Fact]
    public async Task Update_WithTextAlone_TakesTheBlocksAndKeepsTheMetadata()
    {
        await using var office = await Office.OpenAsync();
        var metadata = new { event_type = "round", event_payload = new { id = 7 } };
        var message = await office.PostAsync(new { blocks = new[] { Kit.Section("first") }, metadata });

        (await office.UpdateAsync(message, new { text = "second" })).AssertOk();

        Assert.False(message.Content.HasBlocks);
        Assert.Equal(JsonValueKind.Object, message.Content.Metadata.ValueKind);
        Assert.True(Assert.Single(message.History).HasBlocks);
        Assert.NotNull(message.EditedTs);
        Assert.Same(message, Assert.Single(office.Slack.Edits.All));
        (await office.UpdateAsync(message, new { text = "third", metadata = new { } })).AssertOk();
        Assert.Equal(JsonValueKind.Undefined, message.Content.Metadata.ValueKind);
    }

    [Fact]
    public async Task Update_OfWhatCannotBeChanged_IsRefused()
    {
        await using var office = await Office.OpenAsync(new() { EditWindow = TimeSpan.FromMinutes(5) });
        var theirs = office.Slack.Say(office.Ada, office.Channel, "mine");
        var mine = await office.PostAsync();

        (await office.UpdateAsync(theirs, new { text = "x" })).AssertRefused("cant_update_message");
        (await office.UpdateAsync(mine, new { })).AssertRefused("no_text");
        office.Time.Advance(TimeSpan.FromMinutes(6));
        (await office.UpdateAsync(mine, new { text = "x" })).AssertRefused("edit_window_closed");
        (await office.Wire.CallAsync("chat.update", new { channel = office.Channel.Id, ts = "1111111111.111111", text = "x" })).AssertRefused("message_not_found");
        office.Slack.Archive(office.Channel);
        (await office.UpdateAsync(mine, new { text = "x" })).AssertRefused("is_archived");
    }

    [Fact]
    public async Task Delete_OfAMessage_LeavesItInTheRecordAlone()
    {
        await using var office = await Office.OpenAsync();
        var (mine, theirs) = (await office.PostAsync(), office.Slack.Say(office.Ada, office.Channel, "mine"));
        Task<Reply> Delete(string ts) => office.Wire.CallAsync("chat.delete", new { channel = office.Channel.Id, ts });

        (await Delete(mine.Ts)).AssertOk();

        Assert.DoesNotContain(mine, office.Channel.Messages);
        Assert.Contains(mine, office.Channel.AllMessages);
        (await Delete(mine.Ts)).AssertRefused("message_not_found");
        (await Delete(theirs.Ts)).AssertRefused("cant_delete_message");
        (await office.UpdateAsync(mine, new { text = "x" })).AssertRefused("message_not_found");
    }

    [Fact]
    public async Task Ephemeral_ForAMember_IsTheirsAlone()
    {
        await using var office = await Office.OpenAsync();
        var outsider = office.Slack.AddMember(office.Workspace, "outsider");
        Task<Reply> Tell(string user) => office.Wire.CallAsync("chat.postEphemeral", new { channel = office.Channel.Id, user, text = "psst" });

        (await Tell(office.Ada.Id)).AssertOk();
        office.Bashir.IsActive = false;
        (await Tell(office.Bashir.Id)).AssertOk();

        Assert.True(Assert.Single(office.Channel.EphemeralFor(office.Ada)).WasSeen);
        Assert.False(Assert.Single(office.Channel.EphemeralFor(office.Bashir)).WasSeen);
        Assert.Empty(office.Channel.Messages);
        (await Tell(outsider.Id)).AssertRefused("user_not_in_channel");
        (await Tell("U404")).AssertRefused("user_not_found");
    }

    [Fact]
    public async Task Permalink_OfAMessage_LeadsToIt()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();

        var reply = await office.Wire.CallAsync("chat.getPermalink", new { channel = office.Channel.Id, message_ts = message.Ts });

        Assert.Equal($"https://acme.slack.com/archives/{office.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}", reply.AssertOk()["permalink"].GetString());
    }
}
