using System.Text;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class WriterTests
{
    private static readonly OutgoingMessage Full = new(
        "<@&7> 1️⃣", [new DiscordEmbed("T", "D", "F", 0xFF8800)], [[new DiscordButton("a", "Yes", IsPrimary: true), new DiscordButton("b", "No", IsPrimary: false)]])
    {
        Nonce = "n1",
        ReplyTo = 12,
        MentionRoles = [7, 7],
        Ephemeral = true,
    };

    private static readonly OutgoingMessage Empty = new("", [], []);

    [Fact]
    public void Post_Everything_IsWritten() => Assert.Equal(
        """{"content":"<@&7> 1️⃣","embeds":[{"title":"T","description":"D","color":16746496,"footer":{"text":"F"}}],"components":[{"type":1,"components":[{"type":2,"style":1,"label":"Yes","custom_id":"a"},{"type":2,"style":2,"label":"No","custom_id":"b"}]}],"allowed_mentions":{"parse":[],"roles":["7"]},"nonce":"n1","enforce_nonce":true,"message_reference":{"message_id":"12","fail_if_not_exists":true}}""",
        Text(MessageWriter.Post(Full)));

    [Fact]
    public void Post_Nothing_StillForbidsMentions() => Assert.Equal("""{"allowed_mentions":{"parse":[]}}""", Text(MessageWriter.Post(Empty)));

    [Fact]
    public void Edit_Nothing_ClearsWhatWasThere() =>
        Assert.Equal("""{"content":"","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}""", Text(MessageWriter.Edit(Empty)));

    [Fact]
    public void FollowUp_Ephemeral_HasTheFlag() => Assert.Contains("\"flags\":64", Text(MessageWriter.FollowUp(Full)), StringComparison.Ordinal);

    [Fact]
    public void Post_TextCutInsideAnEmoji_IsSentWithoutTheHalf() =>
        Assert.Equal("{\"content\":\"ab\\uFFFD\",\"allowed_mentions\":{\"parse\":[]}}", Text(MessageWriter.Post(Empty with { Content = "ab\uD83D" })));

    [Theory]
    [InlineData("message", """{"type":4,"data":{"content":"x","allowed_mentions":{"parse":[]},"flags":64}}""")]
    [InlineData("defer", """{"type":5}""")]
    [InlineData("defer private", """{"type":5,"data":{"flags":64}}""")]
    [InlineData("defer update", """{"type":6}""")]
    [InlineData("update", """{"type":7,"data":{"content":"x","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}}""")]
    [InlineData("completions", """{"type":8,"data":{"choices":[{"name":"N","value":"v"}]}}""")]
    [InlineData("modal", """{"type":9,"data":{"custom_id":"f","title":"T","components":[{"type":10,"content":"Read this."},{"type":18,"label":"L","component":{"type":4,"custom_id":"i","style":1,"max_length":100,"value":"v","placeholder":"p"}},{"type":18,"label":"M","component":{"type":4,"custom_id":"j","style":2,"max_length":500}}]}}""")]
    public void Answer_OfEachKind_IsWritten(string kind, string json)
    {
        InteractionAnswer answer = kind switch
        {
            "message" => new InteractionAnswer.Message(Empty with { Content = "x", Ephemeral = true }),
            "defer" => new InteractionAnswer.DeferMessage(Ephemeral: false),
            "defer private" => new InteractionAnswer.DeferMessage(Ephemeral: true),
            "defer update" => new InteractionAnswer.DeferUpdate(),
            "update" => new InteractionAnswer.Update(Empty with { Content = "x" }),
            "completions" => new InteractionAnswer.Completions([new DiscordCommandChoice("N", "v")]),
            _ => new InteractionAnswer.Modal(new DiscordModal("f", "T", [new DiscordTextInput("i", "L", 100, "v", "p"), new DiscordTextInput("j", "M", 500, null, null)]) { Intro = "Read this." }),
        };

        Assert.Equal(json, Text(AnswerWriter.Write(answer)));
    }

    [Fact]
    public void Commands_WrittenAndReadBack_AreTheSame()
    {
        DiscordCommand command = new("daily", "The question of the day",
        [
            new DiscordCommandOption(1, "set", "Sets it")
            {
                Options =
                [
                    new DiscordCommandOption(3, "time", "When") { Required = true, MaxLength = 5, Autocomplete = true },
                    new DiscordCommandOption(4, "questions", "How many") { Min = 1, Max = 50 },
                    new DiscordCommandOption(3, "days", "Which") { Choices = [new DiscordCommandChoice("Weekdays", "weekdays")] },
                ],
            },
        ], 32);

        var everywhere = Text(CommandWriter.Write([command], everywhere: true));
        var answered = everywhere.Replace("\"default_member_permissions\":32", "\"default_member_permissions\":\"32\"", StringComparison.Ordinal);
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(answered));
        var back = CommandReader.Commands(ref cursor);

        Assert.Contains("\"contexts\":[0],\"integration_types\":[0]", everywhere, StringComparison.Ordinal);
        Assert.Equivalent(new[] { command }, back, strict: true);
        Assert.DoesNotContain("contexts", Text(CommandWriter.Write([command], everywhere: false)), StringComparison.Ordinal);
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
