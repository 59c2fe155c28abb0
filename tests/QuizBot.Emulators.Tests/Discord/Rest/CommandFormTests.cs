using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class CommandFormTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { """{"name": "Quiz", "description": "x"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name": "qu iz", "description": "x"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name": "", "description": "x"}""", "0.name", "BASE_TYPE_REQUIRED" },
        { """{"name": "§33", "description": "x"}""", "0.name", "BASE_TYPE_BAD_LENGTH" },
        { """{"name": "quiz"}""", "0.description", "BASE_TYPE_REQUIRED" },
        { """{"name": "quiz", "description": "§101"}""", "0.description", "BASE_TYPE_BAD_LENGTH" },
        { """{"name": "quiz", "description": "x", "default_member_permissions": "all"}""", "0.default_member_permissions", "NUMBER_TYPE_COERCE" },
        { """{"name": "quiz", "description": "x", "contexts": [3]}""", "0.contexts.0", "BASE_TYPE_CHOICES" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 12, "name": "a", "description": "x"}]}""", "0.options.0.type", "BASE_TYPE_CHOICES" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "A", "description": "x"}]}""", "0.options.0.name", "STRING_TYPE_REGEX" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": ""}]}""", "0.options.0.description", "BASE_TYPE_REQUIRED" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x", "required": true}]}""", "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "a", "description": "x"}]}""", "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 1, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x"}]}""", "0.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 1, "name": "a", "description": "x", "options": [{"type": 1, "name": "b", "description": "x"}]}]}""", "0.options.0.options.0.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x", "choices": [{"name": "§101", "value": "x"}]}]}""", "0.options.0.choices.0.name", "BASE_TYPE_BAD_LENGTH" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x", "choices": [{"name": "x", "value": 1}]}]}""", "0.options.0.choices.0.value", "STRING_TYPE_CONVERT" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 4, "name": "a", "description": "x", "choices": [{"name": "x", "value": "many"}]}]}""", "0.options.0.choices.0.value", "NUMBER_TYPE_COERCE" },
        { """{"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x", "autocomplete": true, "choices": [{"name": "x", "value": "x"}]}]}""", "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Command_OfAWrongForm_IsRefusedAtItsPath(string body, string path, string code)
    {
        await using var town = await Town.BuildAsync();
        var filled = System.Text.RegularExpressions.Regex.Replace(body, "§([0-9]+)", match => new string('x', int.Parse(match.Groups[1].Value)));

        var reply = await town.Wire.PutAsync(town.Commands, $"[{filled}]");

        reply.AssertRefused(400, 50035);
        Assert.Contains(code, reply.Errors(path));
        Assert.Empty(town.Discord.Commands());
    }

    [Fact]
    public async Task Commands_OfTheSameName_AreRefused()
    {
        await using var town = await Town.BuildAsync();

        var reply = await town.Wire.PutAsync(town.Commands, """[{"name": "a", "description": "x"}, {"name": "a", "description": "y"}]""");

        Assert.Equal(["APPLICATION_COMMANDS_DUPLICATE_NAME"], reply.Errors("1"));
    }

    [Fact]
    public async Task Command_WithTooManyChoices_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var choices = Enumerable.Range(0, 26).Select(i => new { name = $"{i}", value = $"{i}" });

        var reply = await town.Wire.PutAsync(town.Commands, new[] { new { name = "a", description = "x", options = new[] { new { type = 3, name = "o", description = "x", choices } } } });

        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], reply.Errors("0.options.0.choices"));
    }

    [Fact]
    public async Task Command_WithTooManyOptions_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var options = Enumerable.Range(0, 26).Select(i => new { type = 3, name = $"o{i}", description = "x" });

        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], (await town.Wire.PutAsync(town.Commands, new[] { new { name = "a", description = "x", options } })).Errors("0.options"));
    }

    [Fact]
    public async Task Command_OfMoreThan8000Characters_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var choices = Enumerable.Range(0, 25).Select(i => new { name = $"{i}".PadLeft(100, 'x'), value = $"{i}".PadLeft(100, 'x') });
        var options = Enumerable.Range(0, 2).Select(i => new { type = 3, name = $"o{i}", description = "x", choices });

        Assert.Equal(["APPLICATION_COMMAND_TOO_LARGE"], (await town.Wire.PutAsync(town.Commands, new[] { new { name = "a", description = "x", options } })).Errors("0"));
    }

    [Fact]
    public async Task Commands_MoreThan100_AreRefused()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.PutAsync(town.Commands, Enumerable.Range(0, 101).Select(i => new { name = $"c{i}", description = "x" }))).AssertRefused(400, 30032);
    }

    [Fact]
    public async Task Commands_SentAgain_KeepIdAndVersionUnlessTheyChanged()
    {
        await using var town = await Town.BuildAsync();
        await town.Wire.PutAsync(town.Commands, """[{"name": "a", "description": "x"}, {"name": "b", "description": "x"}]""");
        var before = town.Discord.Commands().ToDictionary(command => command.Name);

        await town.Wire.PutAsync(town.Commands, """[{"name": "b", "description": "x"}, {"name": "a", "description": "changed"}]""");

        var after = town.Discord.Commands().ToDictionary(command => command.Name);
        Assert.Equal((before["a"].Id, before["b"].Id, before["b"].Version), (after["a"].Id, after["b"].Id, after["b"].Version));
        Assert.NotEqual(before["a"].Version, after["a"].Version);
        Assert.Equal(2, town.Discord.CommandRegistrations);
    }

    [Fact]
    public async Task Commands_OfAGuild_AreItsOwn()
    {
        await using var town = await Town.BuildAsync();

        var reply = await town.Wire.PutAsync($"/applications/{town.Discord.ApplicationId}/guilds/{town.Guild.Id}/commands", """[{"name": "here", "description": "x"}]""");

        Assert.Equal(200, reply.Status);
        Assert.Empty(town.Discord.Commands());
        Assert.Equal("here", Assert.Single(town.Discord.Commands(town.Guild)).Name);
    }
}
