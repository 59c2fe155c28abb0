using QuizBot.Discord.Seam;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Discord.Tests.Client.Rest;

/// <summary>Over the emulated Discord, in real time.</summary>
public sealed class InteractionTests
{
    private static readonly OutgoingMessage Message = new("Hello", [], [[new DiscordButton("a", "Yes", IsPrimary: true)]]);

    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_DeferredPrivately_IsEditedAndFollowedUp()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        var used = stage.Discord.UseCommand(member, channel, "daily set", ("time", "09:00"));

        var heard = await stage.Events.NextAsync<CommandUsed>();
        Assert.Equal("daily set", heard.Path);
        Assert.Equal("09:00", heard.Options["time"]);
        Assert.Equal((channel.Guild!.Id, channel.Id, member.Id, "ada"), (heard.Origin.Guild!.Value, heard.Origin.Channel, heard.Origin.User.Id, heard.Origin.User.Name));
        Assert.True((await stage.Client.AnswerAsync(heard.Origin, new InteractionAnswer.DeferMessage(Ephemeral: true), Given)).IsDone);
        Assert.True((await stage.Client.EditAnswerAsync(heard.Origin, Message, Given)).IsDone);
        Assert.True((await stage.Client.FollowUpAsync(heard.Origin, Message with { Content = "More", Ephemeral = true }, Given)).IsDone);

        Assert.Equal(InteractionOutcome.Deferred, await used.Answered);
        Assert.Equal(("Hello", member.Id), ((await used.Shown)!.Content.Text, used.Original!.OnlyFor!.Value));
        Assert.Equal(("More", member.Id), (used.FollowUps[0].Content.Text, used.FollowUps[0].OnlyFor!.Value));
    }

    [Fact]
    public async Task Command_AnsweredTwice_IsAFailure()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        stage.Discord.UseCommand(member, channel, "daily set", ("time", "09:00"));
        var heard = await stage.Events.NextAsync<CommandUsed>();

        await stage.Client.AnswerAsync(heard.Origin, new InteractionAnswer.Message(Message), Given);
        var second = await stage.Client.AnswerAsync(heard.Origin, new InteractionAnswer.Message(Message), Given);

        Assert.Equal(40060, second.Failure!.Code);
    }

    [Fact]
    public async Task Option_IsTyped_ChoicesAreOffered()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        var typing = stage.Discord.Autocomplete(member, channel, "daily set", "zone", "Eur", ("time", "09:00"));

        var heard = await stage.Events.NextAsync<CompletionAsked>();
        Assert.Equal(("daily set", "zone", "Eur"), (heard.Path, heard.Option, heard.Typed));
        Assert.True((await stage.Client.AnswerAsync(heard.Origin, new InteractionAnswer.Completions([new DiscordCommandChoice("Berlin", "Europe/Berlin")]), Given)).IsDone);

        Assert.Equal(InteractionOutcome.Choices, await typing.Answered);
        Assert.Equal("Europe/Berlin", Assert.Single(typing.Choices).Value.ToString());
    }

    [Fact]
    public async Task Button_UpdatesItsMessageOrNothing()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);
        var message = channel.Messages.Single(m => m.Id == post.Value);

        var pressed = stage.Discord.Press(member, message, "a");
        var heard = await stage.Events.NextAsync<ButtonClicked>();
        Assert.Equal((post.Value, "a", false), (heard.Message, heard.CustomId, heard.OnEphemeral));
        Assert.True((await stage.Client.AnswerAsync(heard.Origin, new InteractionAnswer.Update(Message with { Content = "Pressed" }), Given)).IsDone);
        Assert.Equal(InteractionOutcome.Update, await pressed.Answered);
        Assert.Equal("Pressed", message.Content.Text);

        var again = stage.Discord.Press(member, message, "a");
        var second = await stage.Events.NthAsync<ButtonClicked>(2);
        Assert.True((await stage.Client.AnswerAsync(second.Origin, new InteractionAnswer.DeferUpdate(), Given)).IsDone);
        Assert.Equal(InteractionOutcome.DeferredUpdate, await again.Answered);
    }

    [Fact]
    public async Task Form_IsShownFilledInAndAnswered()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);
        var pressed = stage.Discord.Press(member, channel.Messages.Single(m => m.Id == post.Value), "a");
        var clicked = await stage.Events.NextAsync<ButtonClicked>();
        var form = new DiscordModal("form", "Your answer", [new DiscordTextInput("answer", "Answer", 50, null, "type here"), new DiscordTextInput("why", "Why", 500, "because", null)]) { Intro = "*Think.*" };

        Assert.True((await stage.Client.AnswerAsync(clicked.Origin, new InteractionAnswer.Modal(form), Given)).IsDone);
        Assert.Equal(InteractionOutcome.Modal, await pressed.Answered);
        Assert.Equal("*Think.*", Assert.Single(pressed.Modal!.Texts).Markdown);
        var submitted = stage.Discord.SubmitModal(pressed, ("answer", "42"));
        var sent = await stage.Events.NextAsync<ModalSent>();

        Assert.Equal("form", sent.CustomId);
        Assert.Equal(("42", "because"), (sent.Fields["answer"], sent.Fields["why"]));
        Assert.True((await stage.Client.AnswerAsync(sent.Origin, new InteractionAnswer.Message(Message with { Ephemeral = true }), Given)).IsDone);
        Assert.Equal(member.Id, (await submitted.Shown)!.OnlyFor);
    }

    [Fact]
    public async Task Buttons_PressedByManyAtOnce_AreAllAnsweredWhilePostsWait()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, channel) = await SettleAsync(stage);
        var post = await stage.Client.PostAsync(channel.Id, Message, Given);
        var message = channel.Messages.Single(m => m.Id == post.Value);
        stage.Events.Then = async told =>
        {
            if (told is ButtonClicked clicked)
                await stage.Client.AnswerAsync(clicked.Origin, new InteractionAnswer.DeferUpdate(), Given);
        };
        using var giveUp = new CancellationTokenSource();
        var guild = channel.Guild!;
        var posts = Enumerable.Range(0, 200).Select(i => stage.Client.PostAsync(stage.Discord.AddChannel(guild, $"c{i}").Id, Message, giveUp.Token).AsTask()).ToList();
        var members = Enumerable.Range(0, 100).Select(i => stage.Discord.AddMember(guild, $"m{i}")).ToList();

        var pressed = members.Select(m => stage.Discord.Press(m, message, "a")).ToList();

        Assert.All(await Task.WhenAll(pressed.Select(p => p.Answered)), o => Assert.Equal(InteractionOutcome.DeferredUpdate, o));
        Assert.Contains(posts, p => !p.IsCompleted);
        await giveUp.CancelAsync();
    }

    private static async Task<(EmulatedMember Member, EmulatedChannel Channel)> SettleAsync(Stage stage)
    {
        var guild = stage.Discord.AddGuild("Home");
        var channel = stage.Discord.AddChannel(guild, "general");
        var member = stage.Discord.AddMember(guild, "ada");
        await stage.ConnectAsync();
        DiscordCommand daily = new("daily", "The question of the day",
            [new DiscordCommandOption(1, "set", "Sets it") { Options = [new DiscordCommandOption(3, "time", "When") { Required = true }, new DiscordCommandOption(3, "zone", "Where") { Autocomplete = true }] }], null);
        Assert.True((await stage.Client.SetCommandsAsync(null, [daily], Given)).IsDone);
        return (member, channel);
    }
}
