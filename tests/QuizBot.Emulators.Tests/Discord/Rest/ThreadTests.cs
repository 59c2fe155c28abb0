using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class ThreadTests
{
    [Fact]
    public async Task Thread_FromAMessage_HasItsIdAndIsThereOnce()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();

        var opened = await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "Question 1" });
        var again = await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "Question 1" });

        Assert.Equal((201, $"{message.Id}"), (opened.Status, opened.Id));
        Assert.Same(town.Channel, message.Thread!.Parent);
        again.AssertRefused(400, 160004);
    }

    [Theory]
    [InlineData(0, "BASE_TYPE_REQUIRED")]
    [InlineData(101, "BASE_TYPE_BAD_LENGTH")]
    public async Task Thread_WithAWrongName_IsRefused(int length, string code)
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();

        var reply = await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = new string('x', length) });

        Assert.Equal([code], reply.Errors("name"));
    }

    [Fact]
    public async Task Thread_WithAnOddDuration_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();

        var reply = await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "x", auto_archive_duration = 61 });

        Assert.Equal(["BASE_TYPE_CHOICES"], reply.Errors("auto_archive_duration"));
    }

    [Fact]
    public async Task Thread_WithoutPermission_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Discord.Bot.Id, IsMember: true, Permissions.None, Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads));

        (await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "x" })).AssertRefused(403, 50013);
    }

    [Fact]
    public async Task Post_InAThread_NeedsItsOwnPermission()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "x" });
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Discord.Bot.Id, IsMember: true, Permissions.None, Permissions.SendMessagesInThreads));

        (await town.Wire.PostAsync($"/channels/{message.Id}/messages", new { content = "x" })).AssertRefused(403, 50013);
    }

    [Fact]
    public async Task Archived_Thread_WakesForAPostButNotWhenLocked()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "x" });
        var post = await town.Wire.PostAsync($"/channels/{message.Id}/messages", new { content = "x" });
        await town.Discord.Archive(message.Thread!);
        (await town.Wire.PatchAsync($"/channels/{message.Id}/messages/{post.Id}", new { content = "y" })).AssertRefused(400, 50083);
        (await town.Wire.PutAsync($"/channels/{message.Id}/messages/{post.Id}/reactions/%E2%9C%85/@me")).AssertRefused(400, 50083);

        Assert.Equal(200, (await town.Wire.PostAsync($"/channels/{message.Id}/messages", new { content = "wakes" })).Status);
        Assert.False(message.Thread!.IsArchived);
        await town.Discord.Archive(message.Thread, locked: true);
        (await town.Wire.PostAsync($"/channels/{message.Id}/messages", new { content = "x" })).AssertRefused(400, 50083);
    }

    [Fact]
    public async Task Deleted_Channel_TakesItsThreadsAlong()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Wire.PostAsync($"{town.Messages}/{message.Id}/threads", new { name = "x" });

        await town.Discord.DeleteChannel(town.Channel);

        (await town.Wire.GetAsync($"/channels/{message.Id}")).AssertRefused(404, 10003);
        (await town.Wire.GetAsync($"/channels/{town.Channel.Id}")).AssertRefused(404, 10003);
    }
}
