using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class GuildRosterTests
{
    private readonly GuildRoster guilds = new();

    [Fact]
    public void Create_NamedByReady_IsNeitherJoinedNorBack()
    {
        guilds.Begin([5]);

        Assert.Equal(new GuildAvailable(5, Joined: false, WasUnavailable: false), guilds.Create((5, false)));
    }

    [Fact]
    public void Create_NotNamedByReady_IsJoined()
    {
        guilds.Begin([5]);

        Assert.Equal(new GuildAvailable(6, Joined: true, WasUnavailable: false), guilds.Create((6, false)));
    }

    [Fact]
    public void Create_AfterAnOutage_IsBack()
    {
        guilds.Begin([5]);
        guilds.Create((5, false));

        Assert.Equal(new GuildUnavailable(5), guilds.Delete((5, true)));
        Assert.Null(guilds.Delete((5, true)));
        Assert.Equal(new GuildAvailable(5, Joined: false, WasUnavailable: true), guilds.Create((5, false)));
    }

    [Fact]
    public void Create_OutageBeganInTheLastSession_IsBack()
    {
        guilds.Begin([5, 6]);
        guilds.Create((5, false));
        guilds.Create((6, false));
        guilds.Delete((5, true));

        Assert.Empty(guilds.Begin([5, 6]));

        Assert.Equal(new GuildAvailable(5, Joined: false, WasUnavailable: true), guilds.Create((5, false)));
        Assert.Equal(new GuildAvailable(6, Joined: false, WasUnavailable: false), guilds.Create((6, false)));
    }

    [Fact]
    public void Create_JoinedInAnOutage_IsUnavailableThenBack()
    {
        Assert.Equal(new GuildUnavailable(5), guilds.Create((5, true)));
        Assert.Equal(new GuildAvailable(5, Joined: false, WasUnavailable: true), guilds.Create((5, false)));
    }

    [Fact]
    public void Delete_Removed_IsLeftAndMayBeJoinedAgain()
    {
        guilds.Begin([5]);
        guilds.Create((5, false));

        Assert.Equal(new GuildLeft(5), guilds.Delete((5, false)));
        Assert.Equal(new GuildAvailable(5, Joined: true, WasUnavailable: false), guilds.Create((5, false)));
    }

    [Fact]
    public void Begin_GuildNoLongerNamed_IsLeft()
    {
        guilds.Begin([5, 6]);
        guilds.Create((5, false));

        Assert.Equal([new GuildLeft(5)], guilds.Begin([6]));
        Assert.Equal(new GuildAvailable(5, Joined: true, WasUnavailable: false), guilds.Create((5, false)));
    }
}
