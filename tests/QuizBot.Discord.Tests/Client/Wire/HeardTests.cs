using System.Text;
using System.Text.Json;
using QuizBot.Discord.Client.Gateway;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class HeardTests
{
    private readonly GatewaySession session = new();
    private readonly GuildRoster guilds = new();

    [Theory]
    [InlineData("""{"t":"MESSAGE_REACTION_ADD","s":3,"op":0,"d":{"user_id":"1","type":0,"message_id":"2","member":{"user":{"username":"ada","id":"1","global_name":"Ada"},"roles":["8"],"nick":"Lady A","mute":false},"emoji":{"name":"1️⃣","id":null},"channel_id":"4","burst":false,"guild_id":"5"}}""")]
    [InlineData("""{"op":0,"d":{"guild_id":"5","channel_id":"4","burst":false,"emoji":{"id":null,"name":"1️⃣"},"member":{"nick":"Lady A","mute":false,"roles":["8"],"user":{"global_name":"Ada","id":"1","username":"ada"}},"message_id":"2","type":0,"user_id":"1"},"s":3,"t":"MESSAGE_REACTION_ADD"}""")]
    public void Read_ReactionAdded_WhateverTheOrderOfFields(string json)
    {
        var heard = Read(json);

        Assert.Equal(HeardKind.Event, heard.Kind);
        var expected = new ReactionHeard(5, 4, 2, 1, "1️⃣", IsCustom: false, Added: true) { Member = new DiscordUser(1, "Lady A", IsBot: false) };
        Assert.Equal(expected, heard.Event);
        Assert.Equal(3, session.Sequence);
    }

    [Fact]
    public void Read_CustomReactionRemoved_IsHeardWithoutMember()
    {
        var heard = Read("""{"op":0,"s":1,"t":"MESSAGE_REACTION_REMOVE","d":{"user_id":"1","message_id":"2","channel_id":"4","guild_id":"5","emoji":{"name":"blob","id":"9"}}}""");

        Assert.Equal(new ReactionHeard(5, 4, 2, 1, "blob", IsCustom: true, Added: false), heard.Event);
    }

    [Theory]
    [InlineData("MESSAGE_REACTION_REMOVE_ALL")]
    [InlineData("MESSAGE_REACTION_REMOVE_EMOJI")]
    public void Read_ReactionsCleared_IsHeard(string name)
    {
        var heard = Read($$$$"""{"op":0,"s":1,"t":"{{{{name}}}}","d":{"message_id":"2","channel_id":"4","guild_id":"5","emoji":{"name":"x","id":null}}}""");

        Assert.Equal(new ReactionsCleared(5, 4, 2), heard.Event);
    }

    [Theory]
    [InlineData("CHANNEL_DELETE", false)]
    [InlineData("THREAD_DELETE", true)]
    public void Read_ChannelDeleted_IsHeard(string name, bool thread)
    {
        var heard = Read($$$"""{"op":0,"s":1,"t":"{{{name}}}","d":{"id":"4","type":0,"guild_id":"5","parent_id":"6"}}""");

        Assert.Equal(new ChannelDeleted(5, 4, thread), heard.Event);
    }

    [Fact]
    public void Read_SameSequenceAgain_IsDropped()
    {
        const string json = """{"op":0,"s":7,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""";
        Read(json);

        Assert.Equal(HeardKind.Nothing, Read(json).Kind);
        Assert.Equal(HeardKind.Nothing, Read(json.Replace("7", "6", StringComparison.Ordinal)).Kind);
        Assert.Equal(7, session.Sequence);
    }

    [Fact]
    public void Read_DataThatMakesNoSense_IsRefusedAndNotAskedForAgain()
    {
        Assert.ThrowsAny<JsonException>(() => Read("""{"op":0,"s":7,"t":"CHANNEL_DELETE","d":{"id":"99999999999999999999","guild_id":"5"}}"""));

        Assert.Equal(7, session.Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"x"}""")]
    [InlineData("""{"op":99999999999999999999}""")]
    [InlineData("""{"op":0,"s":-1,"t":"X","d":{}}""")]
    [InlineData("""{"op":0,"s":99999999999999999999,"t":"X","d":{}}""")]
    [InlineData("""{"op":0,"s":1,"t":"READY","d":{}}""")]
    [InlineData("""{"op":0,"s":1,"t":"MESSAGE_REACTION_ADD","d":null}""")]
    [InlineData("""{"op":0,"s":1,"t":"MESSAGE_REACTION_ADD"}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-5}}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":11""")]
    [InlineData("""{"op":11}{"op":11}""")]
    public void Read_NoFrame_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Theory]
    [InlineData("""{"op":11}""", HeardKind.HeartbeatAnswered)]
    [InlineData("""{"op":1,"d":null}""", HeardKind.HeartbeatAsked)]
    [InlineData("""{"op":7,"d":null}""", HeardKind.Reconnect)]
    [InlineData("""{"op":9,"d":false}""", HeardKind.InvalidSession)]
    [InlineData("""{"op":0,"s":1,"t":"RESUMED","d":{"_trace":[]}}""", HeardKind.Resumed)]
    [InlineData("""{"op":4711,"d":{}}""", HeardKind.Nothing)]
    [InlineData("""{"op":0,"s":1,"t":"NEW_EVENT_OF_NEXT_YEAR","d":[1]}""", HeardKind.Event)]
    internal void Read_Op_IsKnown(string json, HeardKind kind) => Assert.Equal(kind, Read(json).Kind);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    public void Read_InvalidSession_TellsWhetherItMayBeResumed(string data, bool resumable) =>
        Assert.Equal(resumable, Read($$"""{"op":9,"d":{{data}}}""").Resumable);

    [Fact]
    public void Read_Hello_TellsTheInterval() =>
        Assert.Equal(TimeSpan.FromMilliseconds(41_250), Read("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]}}""").Interval);

    [Fact]
    public void Read_Ready_TellsSessionIdentityAndGuilds()
    {
        var ready = Read("""{"t":"READY","s":1,"op":0,"d":{"v":10,"user":{"id":"1","username":"quizbot","bot":true},"session_id":"abc","resume_gateway_url":"wss://x.discord.gg","guilds":[{"unavailable":true,"id":"5"},{"id":"6"}],"application":{"id":"9","flags":0}}}""").Ready!;

        Assert.Equal(("abc", "wss://x.discord.gg"), (ready.Session, ready.ResumeUrl));
        Assert.Equal(new DiscordIdentity(9, new DiscordUser(1, "quizbot", IsBot: true)), ready.Identity);
        Assert.Equal([5ul, 6ul], ready.Guilds);
    }

    private Heard Read(string json) => Heard.Read(Encoding.UTF8.GetBytes(json), session, guilds);
}
