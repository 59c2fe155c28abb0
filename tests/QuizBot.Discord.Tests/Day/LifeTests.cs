using Microsoft.EntityFrameworkCore;
using QuizBot.Discord.Tests.Driving;
using QuizBot.Discord.Tests.Reading;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Faults;

namespace QuizBot.Discord.Tests.Day;

/// <summary>A bot's life in a server: invited, hindered, removed, cut off, restarted.</summary>
public sealed class LifeTests
{
    private static readonly DateTimeOffset Morning = new(2031, 11, 24, 8, 30, 0, TimeSpan.Zero), Evening = new(2031, 11, 24, 16, 30, 0, TimeSpan.Zero);
    private static readonly (string, object)[] AtHalfPastNine = [("time", "09:30"), ("zone", "Europe/Berlin"), ("kind", "choices")];

    [Fact]
    public async Task Invitation_IsThankedForWithHowToBegin()
    {
        await using var town = await Town.BuildAsync();
        await town.StartBotAsync();
        var other = town.Discord.AddGuild("Other", invited: false);
        var hidden = town.Discord.AddChannel(other, "hidden", ChannelKind.Text, new EmulatedOverwrite(other.Id, IsMember: false, Permissions.None, Permissions.ViewChannel));
        var lobby = town.Discord.AddChannel(other, "lobby");
        await town.Discord.Invite(other);
        Assert.Contains("/daily set 09:30 Europe/Berlin", SeenMessages.Text((await town.PostAsync(1, lobby)).Content), StringComparison.Ordinal);
        Assert.Empty(hidden.Messages);
        Assert.Empty(town.Posts());
    }

    [Fact]
    public async Task MissingPermissions_AreNamedOneByOne_ThenAreTakenUp()
    {
        await using var town = await Town.BuildAsync();
        await town.StartBotAsync();
        var all = town.Guild.Bot!.Roles[0].Permissions;
        await LackAsync(Permissions.EmbedLinks | Permissions.AddReactions);
        Assert.Contains(
            "I lack Embed Links and Add Reactions.", await town.UseAsync(town.Mona, "daily set", AtHalfPastNine), StringComparison.Ordinal);
        await LackAsync(Permissions.None);
        Assert.StartsWith("The question of the day is set", await town.UseAsync(town.Mona, "daily set", AtHalfPastNine), StringComparison.Ordinal);
        Assert.Contains("✅ I may post here.", await town.UseAsync(town.Mona, "daily preview"), StringComparison.Ordinal);

        async Task LackAsync(Permissions lacking)
        {
            await town.Discord.SetPermissions(town.Guild, town.Guild.Everyone, Permissions.Everyone & ~lacking);
            await town.Discord.SetPermissions(town.Guild, town.Guild.Bot!.Roles[0], all & ~lacking);
        }
    }

    [Fact]
    public async Task PermissionLost_PausesTheDailyAndTellsWhoeverSetIt()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.AddRange(["could not be posted: Forbidden, Send Messages", "Stopped posting on discord"]);
        await town.UseAsync(town.Mona, "daily set", AtHalfPastNine);
        await town.Discord.SetOverwrites(town.General, new EmulatedOverwrite(town.Guild.Id, IsMember: false, Permissions.None, Permissions.SendMessages));
        await bot.AtAsync(Morning);
        await Until.TrueAsync(() => town.Told(town.Mona).Count == 1, "Mona is told");
        Assert.Contains("is paused: I lack a permission in the channel (Send Messages)", town.Told(town.Mona)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelDeleted_PausesTheDaily_ThreadsToo()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.Add("Stopped posting on discord");
        await town.UseAsync(town.Mona, "daily set", AtHalfPastNine);
        await town.Discord.DeleteChannel(town.General);
        await Until.TrueAsync(() => town.Told(town.Mona).Count == 1, "Mona is told");
        Assert.Contains("is paused: the channel was deleted", town.Told(town.Mona)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task BotRemovedAndInvitedAgain_GoesOnWithItsDailies()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.AddRange(["Stopped posting on discord", "Nobody could be told"]);
        await town.UseAsync(town.Mona, "daily set", AtHalfPastNine);
        await town.Discord.RemoveBot(town.Guild);
        await Until.TrueAsync(() => bot.Log.Complaints.Any(l => l.Contains("I was removed", StringComparison.Ordinal)), "it hears that");
        await town.Discord.Invite(town.Guild);
        await town.PostAsync(1);
        Assert.Contains("Paused: I was removed", await town.UseAsync(town.Mona, "daily list"), StringComparison.Ordinal);
        Assert.StartsWith("The question of the day runs again.", await town.UseAsync(town.Mona, "daily resume"), StringComparison.Ordinal);
        await bot.AtAsync(Morning);
        await town.QuestionAsync(2);
    }

    [Fact]
    public async Task ReactionsMissedInAGap_AreReconciledAfterAFreshConnection()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.Add("Discord shard");
        var question = await AskAsync(town, bot);
        await town.Discord.React(town.Ann, question, "1️⃣");
        await Until.TrueAsync(async () => (await ChoicesAsync(town)).Count == 1, "Ann's answer is heard");

        town.Discord.Faults.ForgetSessions();
        town.Discord.Faults.DropConnections();
        await town.Discord.Unreact(town.Ann, question, "1️⃣");
        await town.Discord.React(town.Ann, question, "3️⃣");
        await town.Discord.React(town.Bob, question, "2️⃣");
        await Until.TrueAsync(async () => (await ChoicesAsync(town)).SequenceEqual([1, 2]), "both are reconciled");
    }

    [Fact]
    public async Task GuildBackFromAnOutage_IsReconciled()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        var question = await AskAsync(town, bot);
        await town.Discord.Faults.Outage(town.Guild);
        await town.Discord.React(town.Bob, question, "2️⃣");
        await town.Discord.Faults.EndOutage(town.Guild);
        await Until.TrueAsync(async () => (await ChoicesAsync(town)).SequenceEqual([1]), "Bob's answer is reconciled");
    }

    [Fact]
    public async Task Restart_ButtonsLiveOnAndReactionsGivenMeanwhileCount()
    {
        await using var town = await Town.BuildAsync();
        var first = await town.StartBotAsync();
        var question = await AskAsync(town, first);
        await first.StopAsync();
        await town.Discord.React(town.Ann, question, "1️⃣");

        // It may be told to wait: two have connected within five seconds.
        (await town.StartBotAsync()).Expected.Add("Discord shard");
        Assert.StartsWith("Your answer: 4️⃣", await town.PressAsync(town.Bob, question, "4"), StringComparison.Ordinal);
        await Until.TrueAsync(async () => (await ChoicesAsync(town)).SequenceEqual([0, 3]), "both count");
        Assert.Single(town.Posts());
    }

    [Fact]
    public async Task PostWhoseAnswerIsLost_StandsOnce()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        bot.Expected.AddRange(["could not be posted: Doubtful", "Discord"]);
        await town.UseAsync(town.Mona, "daily set", AtHalfPastNine);
        town.Discord.Faults.Requests.Add(new RequestFault { Kind = RequestFaultKind.DoneThenDropped, Method = "POST", Path = "/messages", Times = 20 });
        await bot.AtAsync(Morning);
        town.Discord.Faults.Requests.Clear();
        await Until.TrueAsync(async () =>
        {
            await bot.AtAsync(town.Time.GetUtcNow() + TimeSpan.FromSeconds(30));
            return town.Posts() is [{ Reactions.Count: > 1 }];
        }, "it is adopted");
        Assert.Single(town.Posts());
    }

    [Fact]
    public async Task ForgedAndClosedButtons_RecordNothing()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        var question = await AskAsync(town, bot);
        var other = town.Discord.AddChannel(town.Guild, "other");
        await town.UseInAsync(town.Mona, other, "daily set", AtHalfPastNine);
        await town.UseInAsync(town.Mona, other, "daily now");
        var elsewhere = await town.QuestionAsync(1, other);
        foreach (var forged in new[] { elsewhere.Content.Buttons.First().CustomId!, "choose:99999999999999999999:1", "choose:1", "mark:1:2", "x", new string('z', 100) })
            Assert.StartsWith("That ", await Town.ReadAsync(town.Discord.PressForged(town.Bob, question, 2, forged)), StringComparison.Ordinal);
        Assert.Empty(await ChoicesAsync(town));

        await bot.AtAsync(Evening);
        await town.PostAsync(2);
        Assert.StartsWith("That question is closed", await Town.ReadAsync(town.Discord.PressForged(town.Bob, question, 2, $"choose:1:1")), StringComparison.Ordinal);
        Assert.Empty(await ChoicesAsync(town));
    }

    [Fact]
    public async Task TypedAnswer_IsAskedForInAFormThatShowsTheQuestion()
    {
        await using var town = await Town.BuildAsync();
        var bot = await town.StartBotAsync();
        await town.UseAsync(town.Mona, "quiz start", ("category", "words"), ("seconds", 300));
        await bot.AtAsync(town.Time.GetUtcNow() + TimeSpan.FromSeconds(10));
        var typed = await town.PostAsync(2);
        var pressed = town.Discord.Press(town.Ann, typed, typed.Content.Buttons.Single().CustomId!);
        Assert.Equal(InteractionOutcome.Modal, await pressed.Answered);
        var asked = MarkdownReader.Read(Assert.Single(pressed.Modal!.Texts).Markdown).Text.Replace("`", "", StringComparison.Ordinal);
        Assert.Contains(asked, SeenMessages.Text(typed.Content).Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("Your answer: “a guess”", await Town.ReadAsync(town.Discord.SubmitModal(pressed, ("answer", "a guess"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zones_AreCompletedByCity()
    {
        await using var town = await Town.BuildAsync();
        await town.StartBotAsync();
        var typing = town.Discord.Autocomplete(town.Mona, town.General, "daily set", "zone", "berl", ("time", "09:30"));
        await typing.Answered;
        Assert.Equal("Europe/Berlin", Assert.Single(typing.Choices).Value);
    }

    private static async Task<EmulatedMessage> AskAsync(Town town, Bot bot)
    {
        await town.UseAsync(town.Mona, "daily set", AtHalfPastNine);
        await bot.AtAsync(Morning);
        return await town.QuestionAsync(1);
    }

    private static async Task<IReadOnlyList<int>> ChoicesAsync(Town town)
    {
        await using var db = await town.Database.Database.ReadAsync(TestContext.Current.CancellationToken);
        return await db.Answers.Where(a => a.Choice != null).Select(a => a.Choice!.Value).OrderBy(c => c).ToListAsync(TestContext.Current.CancellationToken);
    }
}
