using System.Diagnostics;
using QuizBot.Discord.Seam;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Faults;

namespace QuizBot.Discord.Tests.Client.Rest;

/// <summary>Over the emulated Discord, in real time.</summary>
public sealed class RestTests
{
    private static readonly OutgoingMessage Message = new("Hello", [new DiscordEmbed("Title", "Text", "mark 1", 0x336699)], [[new DiscordButton("a", "Yes", IsPrimary: true), new DiscordButton("b", "No", IsPrimary: false)]]);

    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostAsync_Everything_IsThereAsPosted()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, channel) = Home(stage);
        var role = stage.Discord.AddRole(guild, "quizzers", isMentionable: true);

        var first = await stage.Client.PostAsync(channel.Id, Message, Given);
        var reply = await stage.Client.PostAsync(channel.Id, Message with { Content = $"<@&{role.Id}> @everyone", ReplyTo = first.Value, Nonce = "n1", MentionRoles = [role.Id] }, Given);

        var posted = channel.Messages.Single(m => m.Id == reply.Value);
        Assert.Equal((first.Value, "n1"), (posted.RepliesTo!.Value, posted.Nonce));
        Assert.Equal([role.Id], posted.Content.MentionedRoles);
        Assert.False(posted.Content.MentionsEveryone);
        Assert.Equal(("Title", "Text", "mark 1", 0x336699), (posted.Content.Embeds[0].Title, posted.Content.Embeds[0].Description, posted.Content.Embeds[0].Footer, posted.Content.Embeds[0].Color!.Value));
        Assert.Equal(["a", "b"], posted.Content.Buttons.Select(b => b.CustomId));
    }

    [Theory]
    [InlineData(RequestFaultKind.DoneThenDropped)]
    [InlineData(RequestFaultKind.DoneThenRefused)]
    public async Task PostAsync_AnswerLost_IsThereOnceWithNonceAndDoubtfulWithout(RequestFaultKind kind)
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);
        // The connection is warm: a handler that silently sends again over a stale one would double it.
        await stage.Client.GetChannelAsync(channel.Id, Given);
        stage.Discord.Faults.Requests.Add(new RequestFault { Kind = kind, Method = "POST", Times = 2 });

        var once = await stage.Client.PostAsync(channel.Id, Message, Given);
        var repeated = await stage.Client.PostAsync(channel.Id, Message with { Nonce = "n1" }, Given);

        Assert.True(once.Failure!.MayHaveHappened);
        Assert.True(repeated.IsDone);
        Assert.Equal([null, "n1"], channel.Messages.Select(m => m.Nonce));
    }

    [Fact]
    public async Task PostAsync_ConnectionCutBefore_IsDoubtfulWithoutNonce()
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);
        await stage.Client.GetChannelAsync(channel.Id, Given);
        stage.Discord.Faults.Requests.Add(new RequestFault { Kind = RequestFaultKind.Dropped, Method = "POST" });

        var result = await stage.Client.PostAsync(channel.Id, Message, Given);

        Assert.True(result.Failure!.MayHaveHappened);
        Assert.Single(stage.Discord.Requests.All, r => r.Method == "POST");
    }

    [Fact]
    public async Task PostAsync_ServerIsGone_SaysItDidNotHappen()
    {
        await using var stage = await Stage.BeginAsync(change: o => o with { ApiBaseUrl = new Uri("http://127.0.0.1:1/api/v10") });

        var result = await stage.Client.PostAsync(4, Message, Given);

        Assert.Equal(new DiscordFailure(0, 0, "No connection to the host."), result.Failure);
    }

    [Theory]
    [InlineData(RequestFaultKind.Garbled)]
    [InlineData(RequestFaultKind.Truncated)]
    public async Task PostAsync_AnswerSpoilt_IsAFailureAndNoException(RequestFaultKind kind)
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);
        stage.Discord.Faults.Requests.Add(new RequestFault { Kind = kind, Method = "POST" });

        Assert.True((await stage.Client.PostAsync(channel.Id, Message, Given)).Failure!.MayHaveHappened);
    }

    [Fact]
    public async Task Posts_ToManyChannels_GoAtFullPaceWithoutOneRefusal()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, _) = Home(stage);
        var channels = Enumerable.Range(0, 200).Select(i => stage.Discord.AddChannel(guild, $"c{i}")).ToList();
        var clock = Stopwatch.StartNew();

        var results = await Task.WhenAll(channels.Select(c => stage.Client.PostAsync(c.Id, Message, Given).AsTask()));

        Assert.All(results, r => Assert.True(r.IsDone));
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(3), "Faster than Discord allows.");
        Assert.DoesNotContain(stage.Discord.Requests.All, r => r.Status == 429);
    }

    [Fact]
    public async Task Posts_BehindThousandReactions_GoFirst()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, channel) = Home(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);
        using var giveUp = new CancellationTokenSource();
        var others = Enumerable.Range(0, 100).Select(i => stage.Discord.AddChannel(guild, $"c{i}")).ToList();
        var posts = await Task.WhenAll(others.Select(c => stage.Client.PostAsync(c.Id, Message, Given).AsTask()));
        var reactions = others.Zip(posts).SelectMany(o => Enumerable.Range(0, 10).Select(i => stage.Client.AddReactionAsync(o.First.Id, o.Second.Value, Emoji(i), giveUp.Token).AsTask())).ToList();
        await stage.Discord.Requests.FirstAsync(r => r.Method == "PUT", Given);

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(others.Take(20).Select(c => stage.Client.PostAsync(c.Id, Message, Given).AsTask()));
        var took = clock.Elapsed;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(reactions));

        // Twenty posts at 49 a second, and the second that the reactions before them have used up.
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.DoesNotContain(stage.Discord.Requests.All, r => r.Status == 429);
    }

    [Fact]
    public async Task Reactions_SeededAtOnce_AppearInOrderWithoutOneRefusal()
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => stage.Client.AddReactionAsync(channel.Id, post.Value, Emoji(i), Given).AsTask()));
        var again = await stage.Client.AddReactionAsync(channel.Id, post.Value, Emoji(0), Given);

        Assert.All([.. results, again], r => Assert.True(r.IsDone));
        Assert.Equal(Enumerable.Range(0, 6).Select(Emoji), channel.Messages[0].Reactions.Select(r => r.Emoji));
        Assert.DoesNotContain(stage.Discord.Requests.All, r => r.Status == 429);
    }

    [Fact]
    public async Task Reactions_ListedAndRemoved_AreThoseThatAreThere()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, channel) = Home(stage, Permissions.Invited | Permissions.ManageMessages);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);
        var members = Enumerable.Range(0, 120).Select(i => stage.Discord.AddMember(guild, $"m{i}")).ToList();
        foreach (var member in members)
            _ = stage.Discord.React(member, channel.Messages[0], "1️⃣");

        var first = await stage.Client.ListReactionsAsync(channel.Id, post.Value, "1️⃣", 0, Given);
        var second = await stage.Client.ListReactionsAsync(channel.Id, post.Value, "1️⃣", first.Value![^1].Id, Given);
        var removed = await stage.Client.RemoveReactionAsync(channel.Id, post.Value, members[0].Id, "1️⃣", Given);

        Assert.Equal((100, 20), (first.Value.Count, second.Value!.Count));
        Assert.Equal(members.Select(m => m.Id), first.Value.Concat(second.Value).Select(u => u.Id));
        Assert.True(removed.IsDone);
        Assert.DoesNotContain(members[0].Id, channel.Messages[0].WhoReacted("1️⃣"));
    }

    [Fact]
    public async Task Edits_ListsAndThreads_Work()
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message with { Nonce = "n1" }, Given);

        Assert.True((await stage.Client.EditAsync(channel.Id, post.Value, new OutgoingMessage("Now", [], []), Given)).IsDone);
        var thread = await stage.Client.StartThreadAsync(channel.Id, post.Value, "talk", Given);
        var later = await stage.Client.PostAsync(channel.Id, Message, Given);
        var all = await stage.Client.ListMessagesAsync(channel.Id, 0, 50, Given);
        var after = await stage.Client.ListMessagesAsync(channel.Id, post.Value, 50, Given);
        var found = await stage.Client.GetChannelAsync(thread.Value, Given);

        Assert.Equal("Now", channel.Messages[0].Content.Text);
        Assert.Empty(channel.Messages[0].Content.Embeds);
        Assert.Empty(channel.Messages[0].Content.Rows);
        Assert.Equal(post.Value, thread.Value);
        Assert.Equal((later.Value, post.Value), (all.Value![0].Id, all.Value[1].Id));
        Assert.Equal(["mark 1"], all.Value[0].Footers);
        Assert.True(all.Value[1].HasThread);
        Assert.Equal([later.Value], after.Value!.Select(m => m.Id));
        Assert.Equal(("talk", channel.Id, true), (found.Value!.Name, found.Value.Parent, found.Value.IsThread));
    }

    [Fact]
    public async Task Lookups_GuildChannelsMembersAndSelf_Work()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, channel) = Home(stage);
        var role = stage.Discord.AddRole(guild, "r", Permissions.ManageGuild);
        var member = stage.Discord.AddMember(guild, "ada", isBot: false, role);
        _ = stage.Discord.Rename(member, "Lady A");

        var found = await stage.Client.GetGuildAsync(guild.Id, Given);
        var channels = await stage.Client.ListChannelsAsync(guild.Id, Given);
        var ada = await stage.Client.GetMemberAsync(guild.Id, member.Id, Given);
        var nobody = await stage.Client.GetMemberAsync(guild.Id, 12345, Given);
        var self = await stage.Client.IdentifyAsync(Given);
        var gateway = await stage.Client.GetGatewayAsync(Given);
        var direct = await stage.Client.OpenDirectMessagesAsync(member.Id, Given);

        Assert.Equal((guild.Id, "Home", guild.OwnerId), (found.Value!.Id, found.Value.Name, found.Value.Owner));
        Assert.Equal((ulong)Permissions.ManageGuild, found.Value.RolePermissions[role.Id]);
        Assert.Contains(channels.Value!, c => c.Id == channel.Id && c.Name == "general");
        Assert.Equal(new DiscordUser(member.Id, "Lady A", IsBot: false), ada.Value!.User);
        Assert.Equal([role.Id], ada.Value.Roles);
        Assert.True(nobody.Failure!.Code is 10007 or 10013);
        Assert.Equal(stage.Discord.ApplicationId, self.Value!.ApplicationId);
        Assert.Equal((1, 1000), (gateway.Value!.Shards, gateway.Value.SessionsLeft));
        Assert.Equal(stage.Discord.DirectChannel(member.User)!.Id, direct.Value);
    }

    [Fact]
    public async Task Commands_SetAndListed_AreTheSame()
    {
        await using var stage = await Stage.BeginAsync();
        var (guild, _) = Home(stage);
        DiscordCommand[] commands =
        [
            new("daily", "The question of the day", [new DiscordCommandOption(1, "set", "Sets it") { Options = [new DiscordCommandOption(3, "time", "When") { Required = true, MaxLength = 5 }, new DiscordCommandOption(3, "zone", "Where") { Autocomplete = true }] }], 32),
            new("stats", "Your points", [new DiscordCommandOption(6, "member", "Whose"), new DiscordCommandOption(4, "count", "How many") { Min = 1, Max = 9 }, new DiscordCommandOption(3, "period", "When") { Choices = [new DiscordCommandChoice("This week", "week")] }], null),
        ];

        foreach (var scope in (ulong?[])[null, guild.Id])
        {
            Assert.True((await stage.Client.SetCommandsAsync(scope, commands, Given)).IsDone);
            Assert.Equivalent(commands, (await stage.Client.ListCommandsAsync(scope, Given)).Value, strict: true);
        }
    }

    [Fact]
    public async Task Refusals_AreReturnedWithDiscordsCode()
    {
        await using var stage = await Stage.BeginAsync();
        var (_, channel) = Home(stage);

        var unknown = await stage.Client.PostAsync(12345, Message, Given);
        var tooLong = await stage.Client.PostAsync(channel.Id, new OutgoingMessage("", [new DiscordEmbed(new string('x', 300), null, null, null)], []), Given);
        var noReply = await stage.Client.PostAsync(channel.Id, Message with { ReplyTo = 777 }, Given);

        Assert.Equal((404, 10003, false), (unknown.Failure!.Status, unknown.Failure.Code, unknown.Failure.MayHaveHappened));
        Assert.Equal((400, 50035), (tooLong.Failure!.Status, tooLong.Failure.Code));
        Assert.Contains("embeds[0].title", tooLong.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(50035, noReply.Failure!.Code);
        Assert.Single(channel.Messages.Select(m => m.Id).Append(0ul));
    }

    private static (EmulatedGuild Guild, EmulatedChannel Channel) Home(Stage stage, Permissions permissions = Permissions.Invited)
    {
        var guild = stage.Discord.AddGuild("Home", permissions);
        return (guild, stage.Discord.AddChannel(guild, "general"));
    }

    private static string Emoji(int number) => char.ConvertFromUtf32(0x1F600 + number);
}
