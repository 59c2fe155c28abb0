using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class ReactionTests
{
    [Fact]
    public async Task Reactions_OfBotAndMembers_AreCountedTogether()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        (await AddAsync(office, message, "one")).AssertOk();
        office.Slack.React(office.Ada, message, "one");
        office.Slack.React(office.Bashir, message, "thumbsup::skin-tone-4");

        var reactions = (await office.Wire.CallAsync("reactions.get", new { channel = office.Channel.Id, timestamp = message.Ts, full = true })).AssertOk()["message"].GetProperty("reactions");

        Assert.Equal(2, reactions[0].GetProperty("count").GetInt32());
        Assert.Equal([office.Workspace.Bot.Id, office.Ada.Id], reactions[0].GetProperty("users").EnumerateArray().Select(one => one.GetString()!));
        Assert.Equal("+1::skin-tone-4", reactions[1].GetProperty("name").GetString());
        office.Slack.Unreact(office.Bashir, message, "thumbsup::skin-tone-4");
        Assert.Equal(["one"], message.Reactions.Select(one => one.Name));
    }

    [Theory]
    [InlineData("one", "already_reacted")]
    [InlineData("no_such_thing", "invalid_name")]
    [InlineData("one::skin-tone-3", "invalid_name")]
    [InlineData("wave::skin-tone-7", "invalid_name")]
    public async Task Add_OfWhatCannotBe_IsRefused(string name, string error)
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        (await AddAsync(office, message, "one")).AssertOk();

        (await AddAsync(office, message, name)).AssertRefused(error);
    }

    [Fact]
    public async Task Add_OfAnEmojiOfTheWorkspace_IsTaken()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        office.Slack.AddEmoji(office.Workspace, "party_parrot");

        (await AddAsync(office, message, "party_parrot")).AssertOk();
    }

    [Fact]
    public async Task Add_BeyondTheLimits_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        string[] names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "a", "b", "o", "x", "ok", "up", "new", "free", "cool", "sos", "100", "heart", "wave"];
        foreach (var name in names)
            office.Slack.React(office.Ada, message, name);

        (await AddAsync(office, message, "tada")).AssertRefused("too_many_emoji");
        (await AddAsync(office, message, "wave")).AssertOk();
    }

    [Fact]
    public async Task Reacting_WhereThereIsNothing_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        var outside = office.Slack.AddChannel(office.Workspace, "outside", office.Ada, withBot: false);
        var said = office.Slack.Say(office.Ada, outside, "hello");
        Task<Reply> Add(object arguments) => office.Wire.CallAsync("reactions.add", Office.Merge(new { name = "one" }, arguments));

        (await Add(new { })).AssertRefused("no_item_specified");
        (await Add(new { channel = office.Channel.Id })).AssertRefused("no_item_specified");
        (await Add(new { channel = office.Channel.Id, timestamp = "now" })).AssertRefused("bad_timestamp");
        (await Add(new { channel = office.Channel.Id, timestamp = "1111111111.111111" })).AssertRefused("message_not_found");
        (await Add(new { channel = "C404", timestamp = message.Ts })).AssertRefused("channel_not_found");
        (await Add(new { channel = outside.Id, timestamp = said.Ts })).AssertRefused("not_in_channel");
        (await office.Wire.CallAsync("reactions.remove", new { channel = office.Channel.Id, timestamp = message.Ts, name = "one" })).AssertRefused("no_reaction");
        office.Slack.Archive(office.Channel);
        (await AddAsync(office, message, "one")).AssertRefused("is_archived");
    }

    [Fact]
    public async Task React_OnWhatAMemberCannotSee_IsNotPossible()
    {
        await using var office = await Office.OpenAsync();
        var message = await office.PostAsync();
        office.Slack.Delete(message);

        Assert.Throws<InvalidOperationException>(() => office.Slack.React(office.Ada, message, "one"));
    }

    private static Task<Reply> AddAsync(Office office, EmulatedMessage message, string name) =>
        office.Wire.CallAsync("reactions.add", new { channel = office.Channel.Id, timestamp = message.Ts, name });
}
