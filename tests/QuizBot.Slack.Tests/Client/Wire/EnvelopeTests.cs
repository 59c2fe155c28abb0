using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Wire;

public sealed class EnvelopeTests
{
    [Fact]
    public void Envelope_WithItsFieldsInAnyOrder_IsRead()
    {
        var envelope = Envelope.Read(Encoding.UTF8.GetBytes($$"""
            {"retry_reason":"timeout","payload":{{Frames.ReactionAdded()}},"accepts_response_payload":true,"unknown":[{"a":[1,{}]}],"retry_attempt":2,"type":"events_api","envelope_id":"e1"}
            """));
        Assert.Equal(("e1", EnvelopeKind.Event, true, "timeout", 2L), (envelope.Id, envelope.Kind, envelope.AcceptsPayload, envelope.Reason, envelope.Retry));
        Assert.IsType<ReactionHeard>(envelope.ReadPayload().Event);
    }

    [Theory]
    [InlineData("hello", "Hello")]
    [InlineData("disconnect", "Disconnect")]
    [InlineData("slash_commands", "Command")]
    [InlineData("interactive", "Interaction")]
    [InlineData("something_new", "Unknown")]
    public void Envelope_OfEachType_IsKnown(string type, string kind) => Assert.Equal(kind, Kind($$"""{"type":"{{type}}"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("""{"type":"hello" """)]
    [InlineData("""{"type":"hello"} {}""")]
    public void Envelope_ThatIsNoJsonObject_IsMalformed(string frame) => Assert.ThrowsAny<JsonException>(() => Kind(frame));

    private static string Kind(string frame) => Envelope.Read(Encoding.UTF8.GetBytes(frame)).Kind.ToString();
}
