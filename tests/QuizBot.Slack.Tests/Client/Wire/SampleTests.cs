using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Tests.Client.Wire;

/// <summary>Slack's own samples, which give every field but no values: with those filled in, each must be understood.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("AppHomeOpened", typeof(HomeOpened))]
    [InlineData("AppMention", typeof(BotMentioned))]
    [InlineData("AppRateLimited", typeof(EventsLimited))]
    [InlineData("AppUninstalled", typeof(BotRemoved))]
    [InlineData("ChannelArchive", typeof(ChannelChanged))]
    [InlineData("ChannelDeleted", typeof(ChannelChanged))]
    [InlineData("ChannelRename", typeof(ChannelChanged))]
    [InlineData("ChannelUnarchive", typeof(ChannelChanged))]
    [InlineData("MemberJoinedChannel", typeof(MembershipChanged))]
    [InlineData("MemberLeftChannel", typeof(MembershipChanged))]
    [InlineData("MessageDeleted", null)]
    [InlineData("ReactionAdded", typeof(ReactionHeard))]
    [InlineData("ReactionRemoved", typeof(ReactionHeard))]
    [InlineData("TeamJoin", typeof(UserChanged))]
    [InlineData("TokensRevoked", typeof(BotRemoved))]
    [InlineData("UserChange", typeof(UserChanged))]
    public void Event_AsInSlacksSample_IsUnderstood(string name, Type? expected) =>
        Assert.Equal(expected, EventReader.Read(Sample($"events/{name}Payload.json"), "delivery").Event?.GetType());

    [Theory]
    [InlineData("interactive-components/BlockActionPayload", typeof(ActionTaken))]
    [InlineData("views/ViewSubmissionPayload", typeof(ViewSubmitted))]
    [InlineData("views/ViewClosedPayload", null)]
    public void Interaction_AsInSlacksSample_IsUnderstood(string name, Type? expected) =>
        Assert.Equal(expected, InteractionReader.Read(Sample($"app-backend/{name}.json"), "delivery").Event?.GetType());

    [Fact]
    public void Command_AsInSlacksSample_IsUnderstood() =>
        Assert.IsType<CommandUsed>(CommandReader.Read(Sample("app-backend/slash-commands/SlashCommandPayload.json"), "delivery").Event);

    private static byte[] Sample(string path)
    {
        var samples = Samples();
        Assert.SkipWhen(samples is null, "Slack's samples are not beside the repository.");
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(samples, path)))!;
        Fill(root);
        if (root["event"]?["tab"] is not null)
            root["event"]!["tab"] = "home";
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static void Fill(JsonNode node)
    {
        if (node is JsonObject fields)
            foreach (var (name, value) in fields.ToList())
            {
                if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length == 0)
                    fields[name] = name == "ts" ? "1.2" : "X1";
                else if (value is not null)
                    Fill(value);
            }
        else if (node is JsonArray items)
            foreach (var item in items)
                if (item is not null)
                    Fill(item);
    }

    private static string? Samples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "schemas", "slack", "samples") is var samples && Directory.Exists(samples))
                return samples;
        return null;
    }
}
