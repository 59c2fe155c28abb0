using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Wire;

public sealed class InteractionReaderTests
{
    [Fact]
    public void Press_OnAMessage_SaysWhereAndWhat()
    {
        var pressed = Assert.IsType<ActionTaken>(Read(Frames.Press()).Event);
        Assert.Equal(("T1", "12.000001", false, null, "choose", "3", "13.000002"),
            (pressed.Team, pressed.Message, pressed.OnEphemeral, pressed.ViewId, pressed.ActionId, pressed.Value, pressed.ActionTs));
        Assert.Equal(new InteractionOrigin("U1", "ada", "C1", "12.34.abc", new Uri("https://hooks.slack.com/actions/T1/1/x")), pressed.Origin);
    }

    [Fact]
    public void Press_OnAnEphemeralMessage_SaysSo() =>
        Assert.True(((ActionTaken)Read(Frames.Press().Replace("\"is_ephemeral\":false", "\"is_ephemeral\":true", StringComparison.Ordinal)).Event!).OnEphemeral);

    [Fact]
    public void Press_OnTheHomeTab_HasAViewAndNoChannel()
    {
        var pressed = (ActionTaken)Read("""
            {"type":"block_actions","user":{"id":"U1","name":"ada"},"team":null,"container":{"type":"view","view_id":"V1"},"trigger_id":"1.2.c",
            "view":{"id":"V1","app_installed_team_id":"T1"},"actions":[{"action_id":"pause","selected_option":{"value":"d7"},"type":"static_select"}]}
            """).Event!;
        Assert.Equal(("T1", null, "V1", "d7", "ada"), (pressed.Team, pressed.Message, pressed.ViewId, pressed.Value, pressed.Origin.UserName));
        Assert.Null(pressed.Origin.Channel);
        Assert.Null(pressed.Origin.ResponseUrl);
    }

    [Fact]
    public void Press_WithSeveralActions_IsOneEventEach()
    {
        var reading = Read(Frames.Press().Replace("\"actions\":[", "\"actions\":[{\"action_id\":\"other\",\"selected_users\":[\"U7\",\"U8\"]},", StringComparison.Ordinal));
        var second = Assert.IsType<ActionTaken>(Assert.Single(reading.More));
        Assert.Equal("U7,U8", ((ActionTaken)reading.Event!).Value);
        Assert.Equal("choose", second.ActionId);
        Assert.NotEqual(reading.Event!.Id, second.Id);
    }

    [Fact]
    public void Id_OfTheSameInteraction_IsTheSameAndHidesTheTrigger()
    {
        var one = Read(Frames.Press(), "envelope-1").Event!;
        Assert.Equal(one.Id, Read(Frames.Press(), "envelope-2").Event!.Id);
        Assert.NotEqual(one.Id, Read(Frames.Submission()).Event!.Id);
        Assert.DoesNotContain("12.34", one.Id, StringComparison.Ordinal);
        Assert.DoesNotContain("12.34.abc", one.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hooks", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Submission_WithAllKindsOfInputs_GivesATextEach()
    {
        var sent = Assert.IsType<ViewSubmitted>(Read(Frames.Submission()).Event);
        Assert.Equal(("T1", "U1", "daily", "C1"), (sent.Team, sent.Origin.User, sent.CallbackId, sent.PrivateMetadata));
        Assert.Equal(
            new Dictionary<string, string> { ["time"] = "09:00", ["zone"] = "Europe/Berlin", ["days"] = "mon,fri", ["category"] = "models", ["empty"] = "" },
            sent.Fields);
    }

    [Theory]
    [InlineData("""{"type":"shortcut","user":{"id":"U1"},"team":{"id":"T1"}}""", "shortcut")]
    [InlineData("""{"type":"view_closed","user":{"id":"U1"},"team":{"id":"T1"}}""", "view_closed")]
    public void Interaction_OfAnotherKind_IsPassedOver(string payload, string type) => Assert.Equal(type, Read(payload).PassedOver);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"callback_id":"daily"}}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"view":{"callback_id":"daily"}}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{}}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[{}]}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"daily","state":{"values":{"\ud800":{"a":{}}}}}}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"\ud800"},"view":{"callback_id":"daily"}}""")]
    public void Interaction_WithoutWhatItMustHave_IsMalformed(string payload) => Assert.ThrowsAny<JsonException>(() => Read(payload));

    [Fact]
    public void Command_SaysWhoWhereAndWhat()
    {
        var used = Assert.IsType<CommandUsed>(CommandReader.Read(Encoding.UTF8.GetBytes(Frames.Command("set <@U2>")), "envelope").Event);
        Assert.Equal(("T1", "/daily", "set <@U2>"), (used.Team, used.Command, used.Text));
        Assert.Equal(new InteractionOrigin("U1", "ada", "C1", "55.6.z", new Uri("https://hooks.slack.com/commands/T1/1/x")), used.Origin);
    }

    [Theory]
    [InlineData("team_id")]
    [InlineData("user_id")]
    [InlineData("command")]
    public void Command_WithoutWhatItMustHave_IsMalformed(string missing) => Assert.Throws<JsonException>(
        () => CommandReader.Read(Encoding.UTF8.GetBytes(Frames.Command().Replace($"\"{missing}\"", "\"x\"", StringComparison.Ordinal)), "envelope"));

    private static Reading Read(string payload, string delivery = "delivery") => InteractionReader.Read(Encoding.UTF8.GetBytes(payload), delivery);
}
