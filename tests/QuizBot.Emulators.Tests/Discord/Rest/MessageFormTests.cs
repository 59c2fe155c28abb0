using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class MessageFormTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { """{"content": "§2001"}""", "content", "BASE_TYPE_MAX_LENGTH" },
        { """{"content": 5}""", "content", "STRING_TYPE_CONVERT" },
        { """{"content": "x", "tts": "yes"}""", "tts", "BOOLEAN_TYPE_CONVERT" },
        { """{"content": "x", "flags": "some"}""", "flags", "NUMBER_TYPE_COERCE" },
        { """{"content": "x", "flags": 64}""", "flags", "BASE_TYPE_INVALID" },
        { """{"content": "x", "nonce": "§26"}""", "nonce", "BASE_TYPE_MAX_LENGTH" },
        { """{"content": "x", "enforce_nonce": 1}""", "enforce_nonce", "BOOLEAN_TYPE_CONVERT" },
        { """{"embeds": {}}""", "embeds", "LIST_TYPE_CONVERT" },
        { """{"embeds": ["x"]}""", "embeds.0", "MODEL_TYPE_CONVERT" },
        { """{"embeds": [{},{},{},{},{},{},{},{},{},{},{}]}""", "embeds", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{}]}""", "embeds.0.description", "BASE_TYPE_REQUIRED" },
        { """{"embeds": [{"title": "§257"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"description": "§4097"}]}""", "embeds.0.description", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"footer": {"text": "§2049"}}]}""", "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"author": {"name": "§257"}}]}""", "embeds.0.author.name", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"fields": [{"name": "§257", "value": "x"}]}]}""", "embeds.0.fields.0.name", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"fields": [{"name": "x", "value": "§1025"}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_MAX_LENGTH" },
        { """{"embeds": [{"fields": [{"name": "x", "value": ""}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED" },
        { """{"embeds": [{"title": "x", "color": 16777216}]}""", "embeds.0.color", "NUMBER_TYPE_MAX" },
        { """{"embeds": [{"title": "x", "url": "ftp://example.org"}]}""", "embeds.0.url", "URL_TYPE_INVALID_SCHEME" },
        { """{"embeds": [{"title": "x", "timestamp": "soon"}]}""", "embeds.0.timestamp", "DATE_TIME_TYPE_PARSE" },
        { """{"embeds": [{"description": "§3001"}, {"description": "§3000"}]}""", "embeds", "MAX_EMBED_SIZE_EXCEEDED" },
        { """{"content": "x", "components": [{"type": 2}]}""", "components.0.type", "BASE_TYPE_CHOICES" },
        { """{"content": "x", "components": [{"type": 1, "components": []}]}""", "components.0.components", "BASE_TYPE_BAD_LENGTH" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "§81"}]}]}""", "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "§101", "label": "a"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "a"}]}]}""", "components.0.components.0.custom_id", "COMPONENT_CUSTOM_ID_REQUIRED" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a"}]}]}""", "components.0.components.0.label", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 9, "custom_id": "a", "label": "a"}]}]}""", "components.0.components.0.style", "BASE_TYPE_CHOICES" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "a"}, {"type": 2, "style": 1, "custom_id": "a", "label": "b"}]}]}""", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "a", "emoji": {"name": "word"}}]}]}""", "components.0.components.0.emoji.name", "BUTTON_COMPONENT_INVALID_EMOJI" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "a", "options": []}]}]}""", "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH" },
        { """{"content": "x", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "a", "options": [{"label": "x", "value": "1"}, {"label": "y", "value": "1"}]}]}]}""", "components.0.components.0.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
        { """{"content": "x", "message_reference": {"message_id": "1"}}""", "message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE" },
        { """{"content": "x", "message_reference": {"message_id": "x"}}""", "message_reference.message_id", "NUMBER_TYPE_COERCE" },
        { """{"content": "x", "allowed_mentions": {"parse": ["all"]}}""", "allowed_mentions.parse.0", "BASE_TYPE_CHOICES" },
        { """{"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}""", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
        { """{"content": "x", "allowed_mentions": {"users": ["me"]}}""", "allowed_mentions.users.0", "NUMBER_TYPE_COERCE" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Message_OfAWrongForm_IsRefusedAtItsPath(string body, string path, string code)
    {
        await using var town = await Town.BuildAsync();

        var reply = await town.Wire.PostAsync(town.Messages, Filled(body));

        reply.AssertRefused(400, 50035);
        Assert.Contains(code, reply.Errors(path));
        Assert.Empty(town.Channel.Messages);
    }

    public static TheoryData<string> AtTheLimit => new()
    {
        """{"content": "§2000"}""",
        """{"content": "x", "nonce": "§25", "enforce_nonce": true}""",
        """{"embeds": [{"title": "§256", "description": "§3688", "footer": {"text": "§2048"}, "author": {"name": "12345678"}}]}""",
        """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "§100", "label": "§80"}]}]}""",
        """{"content": "x", "message_reference": {"message_id": "1", "fail_if_not_exists": false}}""",
    };

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public async Task Message_AtTheLimit_IsPosted(string body)
    {
        await using var town = await Town.BuildAsync();

        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, Filled(body))).Status);
        Assert.Single(town.Channel.Messages);
    }

    [Fact]
    public async Task Message_OfTooManyRows_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var rows = Enumerable.Range(0, 6).Select(row => new { type = 1, components = new[] { new { type = 2, style = 1, custom_id = $"{row}", label = "x" } } });

        var reply = await town.Wire.PostAsync(town.Messages, new { content = "x", components = rows });

        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], reply.Errors("components"));
    }

    [Fact]
    public async Task Message_OfTooManyButtonsInARow_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var buttons = Enumerable.Range(0, 6).Select(button => new { type = 2, style = 1, custom_id = $"{button}", label = "x" });

        var reply = await town.Wire.PostAsync(town.Messages, new { content = "x", components = new[] { new { type = 1, components = buttons } } });

        Assert.Equal(["BASE_TYPE_BAD_LENGTH"], reply.Errors("components.0.components"));
    }

    [Fact]
    public async Task Message_OfTooManyFields_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var fields = Enumerable.Range(0, 26).Select(field => new { name = "x", value = "y" });

        var reply = await town.Wire.PostAsync(town.Messages, new { embeds = new[] { new { fields } } });

        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], reply.Errors("embeds.0.fields"));
    }

    [Fact]
    public async Task Message_OfTooManyOptions_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var options = Enumerable.Range(0, 26).Select(option => new { label = "x", value = $"{option}" });

        var reply = await town.Wire.PostAsync(town.Messages, new { content = "x", components = new[] { new { type = 1, components = new[] { new { type = 3, custom_id = "a", options } } } } });

        Assert.Equal(["BASE_TYPE_BAD_LENGTH"], reply.Errors("components.0.components.0.options"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content": "  "}""")]
    [InlineData("""{"content": null, "embeds": []}""")]
    public async Task Message_ThatSaysNothing_IsRefused(string body)
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.PostAsync(town.Messages, body)).AssertRefused(400, 50006);
    }

    [Fact]
    public async Task Message_OfEmoji_IsCountedByCodePoint()
    {
        await using var town = await Town.BuildAsync();

        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = string.Concat(Enumerable.Repeat("🎉", 2000)) })).Status);
    }

    /// <summary>§ and a number is so many letters.</summary>
    private static string Filled(string body) =>
        System.Text.RegularExpressions.Regex.Replace(body, "§([0-9]+)", match => new string('x', int.Parse(match.Groups[1].Value)));
}
