using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Tests.Adapter.Interactions;

public sealed class InteractionTests
{
    private static readonly FormReply Form = new("Title", "type:1:2", [new FormField("answer", "Answer", 200)]);

    [Fact]
    public async Task Command_IsHandedInAndAnswered()
    {
        await using var house = await RunningAsync(new PrivateReply(Sample.Line("for you")));
        await house.Client.HearAsync(Command(permissions: 1UL << 5));
        var answer = Assert.IsType<InteractionAnswer.Message>(await AnswerAsync(house));
        Assert.Equal(("for you", true), (Text(answer.Content), answer.Content.Ephemeral));
        var invoked = Assert.Single(house.Script.Of<CommandInvoked>());
        Assert.Equal(("7", Sample.ChannelRef, "daily set", "09:30"), (invoked.Id, invoked.Channel, invoked.Command, invoked.Options["time"]));
        Assert.Equal(new ChatMember("41", "Ann", MayManage: true), invoked.Member);
    }

    [Theory]
    [InlineData(0UL, false)]
    [InlineData(1UL << 5, true)]
    [InlineData(1UL << 3, true)]
    [InlineData((1UL << 13) | (1UL << 4), false)]
    [InlineData(ulong.MaxValue, true)]
    public async Task MayManage_IsManageServerOrAdministrator(ulong permissions, bool may)
    {
        await using var house = await RunningAsync(null);
        await house.Client.HearAsync(Command(permissions: permissions));
        await AnswerAsync(house);
        Assert.Equal(may, house.Script.Of<CommandInvoked>()[0].Member.MayManage);
    }

    [Fact]
    public async Task Replies_HaveTheirAnswers()
    {
        var (priv, all, update) = (new PrivateReply(Sample.Line("p")), new PublicReply(Sample.Line("a")), new UpdateReply(Sample.Line("u")));
        Assert.Equal(("p", true), Message(await AnswerToAsync(Button(ephemeral: false), priv)));
        Assert.Equal(("a", false), Message(await AnswerToAsync(Button(ephemeral: true), all)));
        Assert.Equal(("a", false), Message(await AnswerToAsync(Command(), all)));
        Assert.Equal("u", Text(Assert.IsType<InteractionAnswer.Update>(await AnswerToAsync(Button(ephemeral: true), update)).Content));
        Assert.Equal(("u", true), Message(await AnswerToAsync(Button(ephemeral: false), update)));
        Assert.Equal(("u", true), Message(await AnswerToAsync(Sent(), update)));
        Assert.Equal("type:1:2", Assert.IsType<InteractionAnswer.Modal>(await AnswerToAsync(Button(ephemeral: false), Form)).Form.CustomId);
        Assert.Equal("type:1:2", Assert.IsType<InteractionAnswer.Modal>(await AnswerToAsync(Command(), Form)).Form.CustomId);
        // Discord opens no form in answer to a form.
        Assert.True(Message(await AnswerToAsync(Sent(), Form)).Ephemeral);
        Assert.IsType<InteractionAnswer.DeferUpdate>(await AnswerToAsync(Button(ephemeral: false), null));
        Assert.Equal(("Done.", true), Message(await AnswerToAsync(Command(), null)));
    }

    [Fact]
    public async Task ButtonAndForm_AreHandedIn()
    {
        await using var house = await RunningAsync(null);
        await house.Client.HearAsync(Button(ephemeral: false));
        await house.Client.HearAsync(Sent());
        await Until.TrueAsync(() => house.Client.Of("answer").Count() == 2, "both are answered");
        var pressed = Assert.Single(house.Script.Of<ButtonPressed>());
        Assert.Equal((DiscordIds.Message(Sample.ChannelRef, 70), "choose:1:2"), (pressed.Message, pressed.Action));
        var submitted = Assert.Single(house.Script.Of<FormSubmitted>());
        Assert.Equal((Sample.ChannelRef, "type:1:70", "typed"), (submitted.Channel, submitted.Action, submitted.Fields["answer"]));
        Assert.NotEqual(pressed.Order, submitted.Order);
    }

    [Fact]
    public async Task SlowCommand_IsDeferredInPrivateAndShownLater()
    {
        var later = await LateAsync(Command(), new PrivateReply(Sample.Line("p")));
        Assert.True(Assert.IsType<InteractionAnswer.DeferMessage>(later.Answer).Ephemeral);
        Assert.Equal([("edit answer", "p")], later.Shown);
        later = await LateAsync(Command(), new PublicReply(Sample.Line("a")));
        Assert.Equal([("edit answer", "Here it is, for everyone."), ("follow up", "a")], later.Shown);
        Assert.False(later.LastIsPrivate);
        later = await LateAsync(Command(), null);
        Assert.Equal([("edit answer", "Done.")], later.Shown);
        later = await LateAsync(Sent(), new UpdateReply(Sample.Line("u")));
        Assert.Equal([("edit answer", "u")], later.Shown);
    }

    [Fact]
    public async Task SlowButton_IsDeferredWithoutATraceAndShownLater()
    {
        var later = await LateAsync(Button(ephemeral: true), new UpdateReply(Sample.Line("u")));
        Assert.IsType<InteractionAnswer.DeferUpdate>(later.Answer);
        Assert.Equal([("edit answer", "u")], later.Shown);
        later = await LateAsync(Button(ephemeral: false), new UpdateReply(Sample.Line("u")));
        Assert.Equal([("follow up", "u", true)], later.Shown.Select(s => (s.Call, s.Text, later.LastIsPrivate)));
        later = await LateAsync(Button(ephemeral: false), new PrivateReply(Sample.Line("p")));
        Assert.Equal([("follow up", "p", true)], later.Shown.Select(s => (s.Call, s.Text, later.LastIsPrivate)));
        later = await LateAsync(Button(ephemeral: true), new PublicReply(Sample.Line("a")));
        Assert.Equal([("follow up", "a", false)], later.Shown.Select(s => (s.Call, s.Text, later.LastIsPrivate)));
        later = await LateAsync(Button(ephemeral: false), null);
        Assert.Empty(later.Shown);
        later = await LateAsync(Button(ephemeral: false), Form);
        Assert.Equal([("follow up", "That took me too long, and nothing was opened. Please try again.")], later.Shown);
    }

    [Fact]
    public async Task HandlersThatBlockTheirThreads_KeepNobodyFromBeingDeferred()
    {
        await using var house = await RunningAsync(null);
        using var slow = new ManualResetEventSlim();
        house.Script.Handle = (_, _) =>
        {
            slow.Wait(TestContext.Current.CancellationToken);
            return new(new PrivateReply(Sample.Line("p")));
        };
        for (ulong id = 1; id <= 60; id++)
            await house.Client.HearAsync(Command(id));
        house.Time.Advance(TimeSpan.FromSeconds(1.5));
        await Until.TrueAsync(() => house.Client.Of("answer").Count() == 60, "all are deferred");
        Assert.All(house.Client.Of("answer"), a => Assert.IsType<InteractionAnswer.DeferMessage>((((ulong, InteractionAnswer))a).Item2));
        slow.Set();
        await Until.TrueAsync(() => house.Client.Of("edit answer").Count() == 60, "all are shown");
    }

    [Fact]
    public async Task SameInteractionTwice_IsHandledAndAnsweredOnce()
    {
        await using var house = await RunningAsync(new PrivateReply(Sample.Line("p")));
        foreach (var id in new ulong[] { 7, 7, 8, 7 })
            await house.Client.HearAsync(Command(id));
        await Until.TrueAsync(() => house.Client.Of("answer").Count() == 2, "both are answered");
        await house.StopAsync();
        Assert.Equal([7UL, 8UL], house.Client.Of("answer").Select(a => (((ulong, InteractionAnswer))a).Item1).Order());
        Assert.Equal(2, house.Script.Heard.Count);
    }

    [Fact]
    public async Task CommandInDirectMessages_GetsAPlainAnswer()
    {
        await using var house = await RunningAsync(new PrivateReply(Sample.Line("p")));
        await house.Client.HearAsync(new CommandUsed(Sample.Origin() with { Guild = null }, "help", new Dictionary<string, string>()));
        Assert.StartsWith("I work in the channels of a server", Message(await AnswerAsync(house)).Text, StringComparison.Ordinal);
        Assert.Empty(house.Script.Heard);
    }

    [Fact]
    public async Task Completion_IsAnsweredWithinDiscordsLimits()
    {
        await using var house = await RunningAsync(null);
        house.Script.Complete = (command, option, typed) => [new OptionChoice($"{command}/{option}/{typed}", new string('l', 200)), .. Enumerable.Range(0, 40).Select(i => new OptionChoice($"{i}", $"{i}"))];
        await house.Client.HearAsync(new CompletionAsked(Sample.Origin(), "daily set", "zone", "Ber"));
        var choices = Assert.IsType<InteractionAnswer.Completions>(await AnswerAsync(house)).Choices;
        Assert.Equal((25, "daily set/zone/Ber", 100), (choices.Count, choices[0].Value, choices[0].Name.Length));
        await house.Client.HearAsync(new CompletionAsked(Sample.Origin(9) with { Guild = null }, "daily set", "zone", "Ber"));
        await Until.TrueAsync(() => house.Client.Of("answer").Count() == 2, "it is answered");
    }

    [Fact]
    public async Task ReplyThatComesAfterTheInteractionsEnd_IsTold()
    {
        await using var house = await RunningAsync(null);
        var slow = Slow(house);
        await house.Client.HearAsync(Command());
        await Until.TrueAsync(() => house.Script.Heard.Count == 1, "it is handled");
        house.Time.Advance(TimeSpan.FromSeconds(1.5));
        await AnswerAsync(house);
        house.Time.Advance(TimeSpan.FromMinutes(15));
        slow.SetResult(new PrivateReply(Sample.Line("p")));
        await Until.TrueAsync(() => house.Log.Complaints.Any(l => l.Contains("longer than Discord keeps it", StringComparison.Ordinal)), "it is told");
        Assert.Empty(house.Client.Of("edit answer"));
    }

    [Theory]
    [InlineData(10062, true)]
    [InlineData(40060, false)]
    public async Task AnswerThatDiscordRefuses_IsTold_UnlessItIsThereAlready(int code, bool told)
    {
        await using var house = await RunningAsync(new PrivateReply(Sample.Line("p")));
        house.Client.Fail = call => call == "answer" ? new DiscordFailure(404, code, "words") : null;
        await house.Client.HearAsync(Command());
        await AnswerAsync(house);
        await house.StopAsync();
        Assert.Equal(told, house.Log.Complaints.Any(l => l.Contains("Interaction 7 could not be answered", StringComparison.Ordinal)));
        Assert.DoesNotContain(house.Log.Lines, l => l.Line.Contains("token7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HandlerThatFaults_GivesAPlainAnswer()
    {
        await using var house = await RunningAsync(null);
        house.Script.Handle = (_, _) => throw new InvalidOperationException("inner workings");
        await house.Client.HearAsync(Command());
        Assert.Equal("Something went wrong on my side. Please try again.", Message(await AnswerAsync(house)).Text);
        Assert.Contains(house.Log.Complaints, l => l.Contains("inner workings", StringComparison.Ordinal));
    }

    private static CommandUsed Command(ulong id = 7, ulong permissions = 0) =>
        new(Sample.Origin(id, permissions), "daily set", new Dictionary<string, string> { ["time"] = "09:30" });

    private static ButtonClicked Button(bool ephemeral) => new(Sample.Origin(), 70, ephemeral, "choose:1:2");

    private static ModalSent Sent() => new(Sample.Origin(8), "type:1:70", new Dictionary<string, string> { ["answer"] = "typed" });

    private static async Task<AdapterHouse> RunningAsync(ChatReply? reply)
    {
        var house = new AdapterHouse();
        house.Script.Handle = (_, _) => new(reply);
        await house.RunAsync();
        return house;
    }

    private static async Task<InteractionAnswer> AnswerAsync(AdapterHouse house)
    {
        await Until.TrueAsync(() => house.Client.Of("answer").Any(), "it is answered");
        return (((ulong, InteractionAnswer))house.Client.Of("answer").First()).Item2;
    }

    private static async Task<InteractionAnswer> AnswerToAsync(DiscordInteraction interaction, ChatReply? reply)
    {
        await using var house = await RunningAsync(reply);
        await house.Client.HearAsync(interaction);
        return await AnswerAsync(house);
    }

    private static TaskCompletionSource<ChatReply?> Slow(AdapterHouse house)
    {
        var slow = new TaskCompletionSource<ChatReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Script.Handle = (_, _) => new(slow.Task);
        return slow;
    }

    // What is answered at once, and what is shown when the reply is there after two seconds.
    private static async Task<(InteractionAnswer Answer, List<(string Call, string Text)> Shown, bool LastIsPrivate)> LateAsync(DiscordInteraction interaction, ChatReply? reply)
    {
        await using var house = await RunningAsync(null);
        var slow = Slow(house);
        await house.Client.HearAsync(interaction);
        await Until.TrueAsync(() => house.Script.Heard.Count == 1, "it is being handled");
        house.Time.Advance(TimeSpan.FromSeconds(1.4));
        Assert.Empty(house.Client.Of("answer"));
        house.Time.Advance(TimeSpan.FromSeconds(0.1));
        var answer = await AnswerAsync(house);
        slow.SetResult(reply);
        await house.StopAsync();
        var shown = house.Client.Calls.Where(c => c.Call is "edit answer" or "follow up").Select(c => (c.Call, (((ulong, OutgoingMessage))c.Asked).Item2)).ToList();
        return (answer, [.. shown.Select(s => (s.Call, Text(s.Item2)))], shown is [.., var (_, last)] && last.Ephemeral);
    }

    private static (string Text, bool Ephemeral) Message(InteractionAnswer answer)
    {
        var message = Assert.IsType<InteractionAnswer.Message>(answer).Content;
        return (Text(message), message.Ephemeral);
    }

    private static string Text(OutgoingMessage message) => message.Embeds[0].Description!;
}
