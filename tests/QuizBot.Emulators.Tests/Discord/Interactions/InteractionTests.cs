using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Interactions;

public sealed class InteractionTests
{
    private static readonly object Post = new { content = "x", components = new[] { new { type = 1, components = new[] { new { type = 2, style = 1, custom_id = "a", label = "A" } } } } };

    private static readonly object Modal = new
    {
        type = 9,
        data = new
        {
            custom_id = "form",
            title = "Question 1",
            components = new[] { new { type = 1, components = new[] { new { type = 4, custom_id = "answer", label = "Yours", style = 1, max_length = 10 } } } },
        },
    };

    [Fact]
    public async Task Callback_WithinThreeSeconds_IsSeen()
    {
        await using var town = await Town.BuildAsync();
        var interaction = town.Discord.Press(town.Ada, await town.PostAsync(Post), "a");
        town.Time.Advance(TimeSpan.FromSeconds(2.9));

        Assert.Equal(204, (await town.AnswerAsync(interaction, new { type = 4, data = new { content = "Noted", flags = 64 } })).Status);

        Assert.Equal(InteractionOutcome.Message, await interaction.Answered);
        Assert.Equal(("Noted", town.Ada.Id), ((await interaction.Shown)!.Content.Text, (await interaction.Shown)!.OnlyFor!.Value));
        Assert.Contains(interaction.Original, town.Ada.Sees(town.Channel));
        Assert.DoesNotContain(interaction.Original, town.Discord.AddMember(town.Guild, "bashir").Sees(town.Channel));
        (await town.Wire.GetAsync($"{town.Messages}/{interaction.Original!.Id}")).AssertRefused(404, 10008);
    }

    [Fact]
    public async Task Callback_AfterThreeSeconds_IsUnknownAndTheMemberReadsThatItFailed()
    {
        await using var town = await Town.BuildAsync();
        var interaction = town.Discord.Press(town.Ada, await town.PostAsync(Post), "a");

        town.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(InteractionOutcome.Failed, await interaction.Answered);
        (await town.AnswerAsync(interaction, new { type = 6 })).AssertRefused(404, 10062);
        (await town.Wire.PostAsync(town.Webhook(interaction), new { content = "x" })).AssertRefused(404, 10015);
    }

    [Fact]
    public async Task Callback_TheSecond_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var interaction = town.Discord.Press(town.Ada, await town.PostAsync(Post), "a");
        await town.AnswerAsync(interaction, new { type = 6 });

        (await town.AnswerAsync(interaction, new { type = 4, data = new { content = "x" } })).AssertRefused(400, 40060);
    }

    [Fact]
    public async Task Callback_WithAnotherToken_IsUnknown()
    {
        await using var town = await Town.BuildAsync();
        var interaction = town.Discord.Press(town.Ada, await town.PostAsync(Post), "a");

        (await town.Wire.PostAsync($"/interactions/{interaction.Id}/forged/callback", new { type = 6 })).AssertRefused(404, 10062);
        (await town.Wire.PostAsync($"/interactions/1/{interaction.Token}/callback", new { type = 6 })).AssertRefused(404, 10062);
    }

    [Theory]
    [InlineData(InteractionKind.Command, 6)]
    [InlineData(InteractionKind.Command, 7)]
    [InlineData(InteractionKind.Command, 8)]
    [InlineData(InteractionKind.Component, 8)]
    [InlineData(InteractionKind.Autocomplete, 4)]
    [InlineData(InteractionKind.Modal, 9)]
    [InlineData(InteractionKind.Component, 1)]
    public async Task Callback_OfATypeThatDoesNotFit_IsRefused(InteractionKind kind, int type)
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, kind);

        var reply = await town.AnswerAsync(interaction, new { type, data = new { content = "x" } });

        reply.AssertRefused(400, 50035);
        Assert.Equal(["BASE_TYPE_CHOICES"], reply.Errors("type"));
        Assert.False(interaction.Answered.IsCompleted);
    }

    [Theory]
    [InlineData("{}", "type", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type": 4}""", "data", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type": 4, "data": {"content": 1}}""", "data.content", "STRING_TYPE_CONVERT")]
    [InlineData("""{"type": 9, "data": {"custom_id": "x", "title": "§46", "components": []}}""", "data.title", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type": 9, "data": {"custom_id": "x", "title": "x", "components": []}}""", "data.components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type": 9, "data": {"custom_id": "x", "title": "x", "components": [{"type": 1, "components": [{"type": 4, "custom_id": "a", "style": 1, "label": "§46"}]}]}}""", "data.components.0.components.0.label", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type": 9, "data": {"custom_id": "x", "title": "x", "components": [{"type": 1, "components": [{"type": 2}]}]}}""", "data.components.0.components.0.type", "BASE_TYPE_CHOICES")]
    public async Task Callback_OfAWrongForm_IsRefusedAtItsPath(string body, string path, string code)
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Component);

        var reply = await town.AnswerAsync(interaction, body.Replace("§46", new string('x', 46)));

        Assert.Equal([code], reply.Errors(path));
        Assert.Equal(204, (await town.AnswerAsync(interaction, new { type = 6 })).Status);
    }

    [Fact]
    public async Task Modal_WithSixInputs_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Component);
        var components = Enumerable.Range(0, 6).Select(i => new { type = 1, components = new[] { new { type = 4, custom_id = $"{i}", style = 1, label = "x" } } });

        var reply = await town.AnswerAsync(interaction, new { type = 9, data = new { custom_id = "x", title = "x", components } });

        Assert.Equal(["BASE_TYPE_BAD_LENGTH"], reply.Errors("data.components"));
    }

    [Fact]
    public async Task Choices_MoreThan25OrOfAnotherType_AreRefused()
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Autocomplete);

        var many = await town.AnswerAsync(interaction, new { type = 8, data = new { choices = Enumerable.Range(0, 26).Select(i => new { name = $"{i}", value = $"{i}" }) } });
        var wrong = await town.AnswerAsync(interaction, new { type = 8, data = new { choices = new[] { new { name = "x", value = 5 } } } });
        var right = await town.AnswerAsync(interaction, new { type = 8, data = new { choices = new[] { new { name = "Models", value = "models" } } } });

        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], many.Errors("data.choices"));
        Assert.Equal(["STRING_TYPE_CONVERT"], wrong.Errors("data.choices.0.value"));
        Assert.Equal(204, right.Status);
        Assert.Equal(new EmulatedChoice("Models", "models"), Assert.Single(interaction.Choices));
    }

    [Fact]
    public async Task Deferred_Answer_IsFilledByAnEdit()
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Command);
        await town.AnswerAsync(interaction, new { type = 5, data = new { flags = 64 } });
        Assert.False(interaction.Shown.IsCompleted);

        var edited = await town.Wire.PatchAsync(town.Webhook(interaction) + "/messages/%40original", new { content = "Board" });

        Assert.Equal(200, edited.Status);
        Assert.Equal(("Board", (ulong?)town.Ada.Id), ((await interaction.Shown)!.Content.Text, interaction.Original!.OnlyFor));
        Assert.Equal("Board", (await town.Wire.GetAsync(town.Webhook(interaction) + "/messages/@original")).Json.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Deferred_Answer_IsFilledByTheFirstFollowUp()
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Command);
        await town.AnswerAsync(interaction, new { type = 5 });

        var first = await town.Wire.PostAsync(town.Webhook(interaction), new { content = "one" });
        var second = await town.Wire.PostAsync(town.Webhook(interaction), new { content = "two", flags = 64 });

        Assert.Equal($"{interaction.Original!.Id}", first.Id);
        Assert.Equal(second.Id, $"{Assert.Single(interaction.FollowUps).Id}");
        Assert.Equal(town.Ada.Id, interaction.FollowUps[0].OnlyFor);
    }

    [Fact]
    public async Task Update_ChangesTheMessageOfTheButton()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync(Post);
        var interaction = town.Discord.Press(town.Ada, message, "a");

        var reply = await town.AnswerAsync(interaction, new { type = 7, data = new { content = "pressed", components = Array.Empty<object>() } }, "?with_response=true");

        Assert.Equal("pressed", reply.Json.GetProperty("resource").GetProperty("message").GetProperty("content").GetString());
        Assert.Equal(("pressed", 0), (message.Content.Text, message.Content.Rows.Count));
        Assert.Throws<InvalidOperationException>(() => town.Discord.Press(town.Ada, message, "a"));
    }

    [Fact]
    public async Task Token_After15Minutes_IsInvalid()
    {
        await using var town = await Town.BuildAsync();
        var interaction = await BeginAsync(town, InteractionKind.Component);
        await town.AnswerAsync(interaction, new { type = 4, data = new { content = "x" } });
        town.Time.Advance(TimeSpan.FromMinutes(15));

        (await town.Wire.PatchAsync(town.Webhook(interaction) + "/messages/@original", new { content = "y" })).AssertRefused(401, 50027);
        (await town.Wire.PostAsync($"/webhooks/{town.Discord.ApplicationId}/forged", new { content = "y" })).AssertRefused(401, 50027);
        (await town.Wire.PostAsync($"/webhooks/5/{interaction.Token}", new { content = "y" })).AssertRefused(404, 10015);
    }

    [Fact]
    public async Task Token_SpeaksForItsOwnMessagesOnly()
    {
        await using var town = await Town.BuildAsync();
        var other = await town.PostAsync();
        var interaction = await BeginAsync(town, InteractionKind.Component);
        await town.AnswerAsync(interaction, new { type = 4, data = new { content = "x" } });

        (await town.Wire.PatchAsync($"{town.Webhook(interaction)}/messages/{other.Id}", new { content = "y" })).AssertRefused(404, 10008);
        Assert.Equal(204, (await town.Wire.DeleteAsync(town.Webhook(interaction) + "/messages/@original")).Status);
        (await town.Wire.GetAsync(town.Webhook(interaction) + "/messages/@original")).AssertRefused(404, 10008);
    }

    [Fact]
    public async Task Modal_IsFilledInWithinItsLimits()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        var pressed = await BeginAsync(town, InteractionKind.Component);
        await town.AnswerAsync(pressed, Modal);
        Assert.Throws<InvalidOperationException>(() => town.Discord.SubmitModal(pressed, ("answer", "far too long an answer")));
        Assert.Throws<InvalidOperationException>(() => town.Discord.SubmitModal(pressed));

        var sent = town.Discord.SubmitModal(pressed, ("answer", "yes"));

        await client.EventAsync("INTERACTION_CREATE");
        var heard = await client.EventAsync("INTERACTION_CREATE");
        Assert.Equal(5, heard.GetProperty("type").GetInt32());
        Assert.Equal("yes", heard.GetProperty("data").GetProperty("components")[0].GetProperty("components")[0].GetProperty("value").GetString());
        Assert.Equal(204, (await town.AnswerAsync(sent, new { type = 6 })).Status);
    }

    [Fact]
    public async Task Command_ThatAMemberMayNotUse_IsNotSent()
    {
        await using var town = await Town.BuildAsync();
        await town.Wire.PutAsync(town.Commands, """
            [{"name": "daily", "description": "x", "default_member_permissions": "32", "contexts": [0]},
             {"name": "quiz", "description": "x", "options": [{"type": 4, "name": "questions", "description": "x", "required": true, "min_value": 1, "max_value": 50}]}]
            """);
        var manager = town.Discord.AddMember(town.Guild, "manager", roles: town.Discord.AddRole(town.Guild, "managers", Permissions.ManageGuild));

        Assert.Throws<InvalidOperationException>(() => town.Discord.UseCommand(town.Ada, town.Channel, "daily"));
        Assert.Throws<InvalidOperationException>(() => town.Discord.UseCommandDirectly(town.Ada.User, "daily"));
        Assert.Throws<InvalidOperationException>(() => town.Discord.UseCommand(town.Ada, town.Channel, "quiz"));
        Assert.Throws<InvalidOperationException>(() => town.Discord.UseCommand(town.Ada, town.Channel, "quiz", ("questions", 51)));
        Assert.Throws<InvalidOperationException>(() => town.Discord.UseCommand(town.Ada, town.Channel, "quiz", ("questions", "five")));
        Assert.Equal(InteractionKind.Command, town.Discord.UseCommand(manager, town.Channel, "daily").Kind);
        Assert.Equal(InteractionKind.Command, town.Discord.UseCommandDirectly(town.Ada.User, "quiz", ("questions", 5)).Kind);
    }

    [Fact]
    public async Task Forged_Press_ReachesTheBot()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        var message = await town.PostAsync(Post);

        town.Discord.PressForged(town.Ada, message, 2, "forged");

        Assert.Equal("forged", (await client.EventAsync("INTERACTION_CREATE")).GetProperty("data").GetProperty("custom_id").GetString());
    }

    private static async Task<EmulatedInteraction> BeginAsync(Town town, InteractionKind kind)
    {
        if (kind is InteractionKind.Command or InteractionKind.Autocomplete)
        {
            await town.Wire.PutAsync(town.Commands, """[{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "category", "description": "x", "autocomplete": true}]}]""");
            return kind == InteractionKind.Command ? town.Discord.UseCommand(town.Ada, town.Channel, "quiz") : town.Discord.Autocomplete(town.Ada, town.Channel, "quiz", "category", "m");
        }
        var pressed = town.Discord.Press(town.Ada, await town.PostAsync(Post), "a");
        if (kind == InteractionKind.Component)
            return pressed;
        await town.AnswerAsync(pressed, Modal);
        return town.Discord.SubmitModal(pressed, ("answer", "x"));
    }
}
