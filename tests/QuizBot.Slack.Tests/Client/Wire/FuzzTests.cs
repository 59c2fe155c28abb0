using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Wire;

public sealed class FuzzTests
{
    private static readonly string[] Seeds =
    [
        Frames.Hello, Frames.Disconnect("warning"), Frames.Reaction("e1"),
        Frames.Envelope("e2", "interactive", Frames.Press(), accepts: true), Frames.Envelope("e3", "interactive", Frames.Submission()),
        Frames.Envelope("e4", "slash_commands", Frames.Command()),
        Frames.Envelope("e5", "events_api", Frames.Event("""{"type":"user_change","user":{"id":"U1","name":"ada","profile":{"display_name":"Ada"}}}""")),
        Frames.Envelope("e6", "events_api", Frames.Event("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["UB"]}}""")),
    ];

    [Fact]
    public void Envelope_OfMutatedBytes_IsReadOrMalformedAndNothingElse()
    {
        var random = Fuzz.NewRandom();
        for (var i = 0; i < Fuzz.Iterations; i++)
        {
            var frame = Fuzz.Mutate(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
            try
            {
                var envelope = Envelope.Read(frame);
                if (envelope.Id is not null)
                    envelope.ReadPayload();
            }
            catch (JsonException)
            {
                // what it is for
            }
            catch (Exception fault)
            {
                Assert.Fail($"{fault} for {Convert.ToBase64String(frame)}");
            }
        }
    }
}
