using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Wire;

public sealed class EventReaderTests
{
    public static TheoryData<string, SlackEvent> Understood => new()
    {
        {
            """{"type":"reaction_removed","user":"U1","item":{"type":"message","channel":"C1","ts":"1.2"},"reaction":"thumbsup::skin-tone-3","event_ts":"3.4"}""",
            new ReactionHeard("Ev1", "T1", "C1", "1.2", "U1", "thumbsup::skin-tone-3", Added: false, "3.4")
        },
        {
            """{"event_ts":"3.4","reaction":"one","item":{"ts":"1.2","channel":"C1","type":"message"},"user":"U1","type":"reaction_added"}""",
            new ReactionHeard("Ev1", "T1", "C1", "1.2", "U1", "one", Added: true, "3.4")
        },
        { """{"type":"app_mention","user":"U1","text":"<@UB> hi","ts":"1.2","channel":"C1","thread_ts":"1.1","event_ts":"1.2"}""", new BotMentioned("Ev1", "T1", "C1", "U1", "1.2", "1.1") },
        { """{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.2"}""", new HomeOpened("Ev1", "T1", "U1") },
        { """{"type":"member_joined_channel","user":"UB","channel":"C1","channel_type":"C","team":"T1","inviter":"U1"}""", new MembershipChanged("Ev1", "T1", "C1", "UB", true, "U1") },
        { """{"type":"member_left_channel","user":"UB","channel":"C1","channel_type":"C","team":"T1"}""", new MembershipChanged("Ev1", "T1", "C1", "UB", false, null) },
        {
            """{"type":"user_change","user":{"id":"U1","name":"ada","deleted":true,"is_bot":true,"real_name":"Ada L","profile":{"display_name":"","real_name":"Ada Lovelace"}}}""",
            new UserChanged("Ev1", "T1", "U1", "Ada Lovelace", IsBot: true, IsDeleted: true)
        },
        { """{"type":"team_join","user":{"id":"U1","name":"ada","profile":{"display_name":"Ada \u003c3"}}}""", new UserChanged("Ev1", "T1", "U1", "Ada <3", false, false) },
        { """{"type":"team_join","user":{"id":"U1"}}""", new UserChanged("Ev1", "T1", "U1", "U1", false, false) },
        { """{"type":"channel_archive","channel":"C1","user":"U1"}""", new ChannelChanged("Ev1", "T1", "C1", ChannelChange.Archived) },
        { """{"type":"group_unarchive","channel":"C1","user":"U1"}""", new ChannelChanged("Ev1", "T1", "C1", ChannelChange.Unarchived) },
        { """{"type":"channel_deleted","channel":"C1"}""", new ChannelChanged("Ev1", "T1", "C1", ChannelChange.Deleted) },
        { """{"type":"group_rename","channel":{"id":"C1","name":"new"}}""", new ChannelChanged("Ev1", "T1", "C1", ChannelChange.Renamed) },
        { """{"type":"channel_left","channel":"C1"}""", new ChannelChanged("Ev1", "T1", "C1", ChannelChange.BotLeft) },
        { """{"type":"tokens_revoked","tokens":{"oauth":["U9"],"bot":["UB"]}}""", new BotRemoved("Ev1", "T1") },
        { """{"type":"app_uninstalled"}""", new BotRemoved("Ev1", "T1") },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void Event_AsSlackSendsIt_IsTyped(string inner, SlackEvent expected) => Assert.Equal(expected, Read(Frames.Event(inner)).Event);

    [Theory]
    [InlineData("""{"type":"reaction_added","user":"U1","item":{"type":"file","file":"F1"},"reaction":"one","event_ts":"3.4"}""", "reaction_added")]
    [InlineData("""{"type":"app_home_opened","user":"U1","tab":"messages"}""", "app_home_opened")]
    [InlineData("""{"type":"app_mention","bot_id":"B1","ts":"1.2","channel":"C1"}""", "app_mention")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U9"],"bot":[]}}""", "tokens_revoked")]
    [InlineData("""{"type":"emoji_changed","subtype":"add"}""", "emoji_changed")]
    [InlineData("""{"type":{"odd":1}}""", "")]
    public void Event_ThatConcernsNobody_IsPassedOver(string inner, string type)
    {
        var reading = Read(Frames.Event(inner));
        Assert.Null(reading.Event);
        Assert.Equal(type, reading.PassedOver);
    }

    [Theory]
    [InlineData("""{"type":"reaction_added","user":"U1","item":{"type":"message","channel":"C1"},"reaction":"one","event_ts":"3.4"}""")]
    [InlineData("""{"type":"reaction_added","user":7,"item":{"type":"message","channel":"C1","ts":"1.2"},"reaction":"one","event_ts":"3.4"}""")]
    [InlineData("""{"type":"channel_archive","channel":""}""")]
    [InlineData("""{"type":"user_change","user":"U1"}""")]
    [InlineData("""{"type":"user_change","user":{"name":"ada"}}""")]
    public void Event_WithoutWhatItMustHave_IsMalformed(string inner) => Assert.Throws<JsonException>(() => Read(Frames.Event(inner)));

    [Fact]
    public void Event_InASharedChannel_BelongsToTheInstallation()
    {
        var payload = Frames.Event("""{"type":"app_uninstalled"}""").Replace("\"team_id\":\"T1\",\"context", "\"team_id\":\"TOTHER\",\"context", StringComparison.Ordinal);
        Assert.Contains("TOTHER", payload, StringComparison.Ordinal);
        Assert.Equal("T1", Read(payload).Event!.Team);
    }

    [Fact]
    public void Event_WithoutAuthorizations_BelongsToItsTeam() =>
        Assert.Equal(new BotRemoved("Ev7", "T2"), Read("""{"event":{"type":"app_uninstalled"},"event_id":"Ev7","team_id":"T2","authorizations":[{"team_id":null}]}""").Event);

    [Fact]
    public void Event_WithoutAnId_TakesTheDeliverys() =>
        Assert.Equal(new BotRemoved("delivery", "T2"), Read("""{"event":{"type":"app_uninstalled"},"team_id":"T2"}""").Event);

    [Fact]
    public void Event_WithoutATeam_IsMalformed() => Assert.Throws<JsonException>(() => Read("""{"event":{"type":"app_uninstalled"}}"""));

    [Fact]
    public void RateLimit_WithoutAnInnerEvent_IsTold() => Assert.Equal(
        new EventsLimited("app_rate_limited:1518467820", "T1"),
        Read("""{"token":"t","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""").Event);

    [Fact]
    public void RateLimit_AsAnInnerEvent_IsTold() => Assert.Equal(
        new EventsLimited("Ev1", "T1"), Read(Frames.Event("""{"type":"app_rate_limited","minute_rate_limited":1518467820}""")).Event);

    private static Reading Read(string payload) => EventReader.Read(Encoding.UTF8.GetBytes(payload), "delivery");
}
