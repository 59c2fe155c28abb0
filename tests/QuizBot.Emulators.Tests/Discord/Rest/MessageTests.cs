using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class MessageTests
{
    [Fact]
    public async Task Nonce_EnforcedAgainWithinMinutes_GivesTheFirstMessage()
    {
        await using var town = await Town.BuildAsync();
        var first = await town.PostAsync(new { content = "one", nonce = "key", enforce_nonce = true });
        town.Time.Advance(TimeSpan.FromMinutes(4));

        var again = await town.Wire.PostAsync(town.Messages, new { content = "two", nonce = "key", enforce_nonce = true });

        Assert.Equal($"{first.Id}", again.Id);
        Assert.Equal("one", Assert.Single(town.Channel.Messages).Content.Text);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(0, false)]
    public async Task Nonce_OldOrNotEnforced_PostsAgain(int minutes, bool enforced)
    {
        await using var town = await Town.BuildAsync();
        await town.PostAsync(new { content = "one", nonce = "key", enforce_nonce = true });
        town.Time.Advance(TimeSpan.FromMinutes(minutes));

        await town.PostAsync(new { content = "two", nonce = "key", enforce_nonce = enforced });

        Assert.Equal(2, town.Channel.Messages.Count);
    }

    [Fact]
    public async Task Edit_OfOwnMessage_KeepsWhatWasNotSaidAndTheHistory()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync(new { content = "open", embeds = new[] { new { title = "Question" } } });

        var reply = await town.Wire.PatchAsync($"{town.Messages}/{message.Id}", new { content = "closed" });

        Assert.Equal(200, reply.Status);
        Assert.Equal(("closed", "Question"), (message.Content.Text, message.Content.Embeds[0].Title));
        Assert.Equal("open", Assert.Single(message.History).Text);
        Assert.NotEqual("null", reply.Json.GetProperty("edited_timestamp").GetRawText());
    }

    [Fact]
    public async Task Edit_OfAnothersMessage_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var message = town.Discord.Say(town.Ada, town.Channel, "mine");

        (await town.Wire.PatchAsync($"{town.Messages}/{message.Id}", new { content = "yours" })).AssertRefused(403, 50005);
    }

    [Fact]
    public async Task Delete_OfAnothersMessage_NeedsManageMessages()
    {
        await using var town = await Town.BuildAsync();
        var message = town.Discord.Say(town.Ada, town.Channel, "mine");
        await town.Discord.SetPermissions(town.Guild, town.Guild.Bot!.Roles[0], Permissions.Invited & ~Permissions.ManageMessages);

        (await town.Wire.DeleteAsync($"{town.Messages}/{message.Id}")).AssertRefused(403, 50013);
        Assert.False(message.IsDeleted);
    }

    [Fact]
    public async Task List_OfMessages_GoesBackwardsFromACursor()
    {
        await using var town = await Town.BuildAsync();
        var messages = new List<EmulatedMessage>();
        for (var i = 0; i < 5; i++)
            messages.Add(await town.PostAsync($"{i}"));

        var page = await town.Wire.GetAsync($"{town.Messages}?limit=2&before={messages[3].Id}");
        var later = await town.Wire.GetAsync($"{town.Messages}?limit=2&after={messages[1].Id}");

        Assert.Equal(["2", "1"], page.Json.EnumerateArray().Select(message => message.GetProperty("content").GetString()));
        Assert.Equal(["3", "2"], later.Json.EnumerateArray().Select(message => message.GetProperty("content").GetString()));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("before=x", "before")]
    public async Task List_WithAWrongQuery_IsRefused(string query, string path)
    {
        await using var town = await Town.BuildAsync();

        Assert.NotEmpty((await town.Wire.GetAsync($"{town.Messages}?{query}")).Errors(path));
    }

    [Fact]
    public async Task Content_OfOthers_IsHiddenUnlessTheBotIsMentioned()
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Say(town.Ada, town.Channel, "secret");
        town.Discord.Say(town.Ada, town.Channel, $"<@{town.Discord.Bot.Id}> hi");

        var list = (await town.Wire.GetAsync(town.Messages)).Json.EnumerateArray().Select(message => message.GetProperty("content").GetString()).ToList();

        Assert.Equal([$"<@{town.Discord.Bot.Id}> hi", ""], list);
    }

    [Fact]
    public async Task Mentions_AreThoseThatWereAllowed()
    {
        await using var town = await Town.BuildAsync();
        var bashir = town.Discord.AddMember(town.Guild, "bashir");
        var quizzers = town.Discord.AddRole(town.Guild, "quizzers", isMentionable: true);
        var staff = town.Discord.AddRole(town.Guild, "staff");
        var text = $"<@{town.Ada.Id}> <@!{bashir.Id}> <@&{quizzers.Id}> <@&{staff.Id}> @everyone `<@{town.Ada.Id}>`";

        var all = await town.PostAsync(text);
        var none = await town.PostAsync(new { content = text, allowed_mentions = new { parse = Array.Empty<string>() } });
        var some = await town.PostAsync(new { content = text, allowed_mentions = new { users = new[] { $"{bashir.Id}" }, roles = new[] { $"{staff.Id}", $"{quizzers.Id}" } } });

        Assert.Equal([town.Ada.Id, bashir.Id], all.Content.Mentions);
        Assert.Equal([quizzers.Id], all.Content.MentionedRoles);
        Assert.False(all.Content.MentionsEveryone);
        Assert.Empty(none.Content.Mentions);
        Assert.Empty(none.Content.MentionedRoles);
        Assert.Equal([bashir.Id], some.Content.Mentions);
        Assert.Equal([quizzers.Id], some.Content.MentionedRoles);
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, 50001, 403)]
    [InlineData(Permissions.SendMessages, 50013, 403)]
    [InlineData(Permissions.EmbedLinks, 50013, 403)]
    [InlineData(Permissions.ReadMessageHistory, 160002, 400)]
    public async Task Post_WithoutAPermission_IsRefused(Permissions missing, int code, int status)
    {
        await using var town = await Town.BuildAsync();
        var first = await town.PostAsync("first");
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Discord.Bot.Id, IsMember: true, Permissions.None, missing));

        var reply = await town.Wire.PostAsync(town.Messages, new { embeds = new[] { new { title = "x" } }, message_reference = new { message_id = $"{first.Id}" } });

        reply.AssertRefused(status, code);
    }

    [Fact]
    public async Task Overwrites_OfAChannel_GoBeforeRoles()
    {
        await using var town = await Town.BuildAsync();
        var bot = town.Guild.Bot!;
        await town.Discord.SetOverwrites(town.Channel,
            new EmulatedOverwrite(town.Guild.Id, IsMember: false, Permissions.None, Permissions.ViewChannel),
            new EmulatedOverwrite(bot.Roles[0].Id, IsMember: false, Permissions.ViewChannel, Permissions.None));

        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
        Assert.Equal(Permissions.None, town.Ada.PermissionsIn(town.Channel));
    }

    [Fact]
    public async Task Post_InAGuildThatTheBotLeft_IsMissingAccess()
    {
        await using var town = await Town.BuildAsync();
        await town.Discord.RemoveBot(town.Guild);

        (await town.Wire.PostAsync(town.Messages, new { content = "x" })).AssertRefused(403, 50001);
        (await town.Wire.GetAsync($"/guilds/{town.Guild.Id}")).AssertRefused(403, 50001);
    }

    [Fact]
    public async Task Post_InAnOutage_Is503()
    {
        await using var town = await Town.BuildAsync();
        await town.Discord.Faults.Outage(town.Guild);
        var during = await town.Wire.PostAsync(town.Messages, new { content = "x" });
        await town.Discord.Faults.EndOutage(town.Guild);

        Assert.Equal(503, during.Status);
        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
    }

    [Fact]
    public async Task Post_InACategory_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var category = town.Discord.AddChannel(town.Guild, "category", ChannelKind.Category);

        (await town.Wire.PostAsync($"/channels/{category.Id}/messages", new { content = "x" })).AssertRefused(400, 50008);
    }

    [Fact]
    public async Task Direct_ToAMember_IsPostedUnlessRefused()
    {
        await using var town = await Town.BuildAsync();
        var opened = await town.Wire.PostAsync("/users/@me/channels", new { recipient_id = $"{town.Ada.Id}" });
        var again = await town.Wire.PostAsync("/users/@me/channels", new { recipient_id = $"{town.Ada.Id}" });

        Assert.Equal(opened.Id, again.Id);
        Assert.Equal(200, (await town.Wire.PostAsync($"/channels/{opened.Id}/messages", new { content = "psst" })).Status);
        Assert.Equal("psst", town.Discord.DirectChannel(town.Ada.User)!.Messages.Single().Content.Text);
        town.Discord.RefuseDirectMessages(town.Ada.User);
        (await town.Wire.PostAsync($"/channels/{opened.Id}/messages", new { content = "psst" })).AssertRefused(403, 50007);
    }
}
