using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Harness;

/// <summary>What tests of answers have in common.</summary>
internal static class Answering
{
    public static Dictionary<string, string> Field(string answer) => new() { ["answer"] = answer };

    public static async Task<(GameWorld World, GameHost Host, FakeMessage Asked)> OpenAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        return (world, host, world.Asked[0]);
    }

    public static async Task<FakeMessage> AskAsync(GameWorld world, ChannelRef? channel = null, string options = "")
    {
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC " + options, channel);
        await world.TypeAsync(world.Anna, "/daily now", channel);
        var room = channel ?? world.General;
        await Until.TrueAsync(async () => (await world.RoundsAsync()).All(r => r.Furnished), "posted");
        return world.Fake.In(room).Last(m => m.Key is { Length: 16 });
    }

    public static string StandingOf(ChatMember member, FakeMessage message) =>
        string.Join(' ', message.Reactions.Where(r => r.Member == member).Select(r => r.Emoji));

    public static async Task<int?> ChoiceAsync(GameWorld world, ChatMember member) =>
        (await AnswersAsync(world)).Single(a => a.Member == member.Id).Choice;

    public static Task<List<(string Member, int? Choice)>> AnswersAsync(GameWorld world) => world.ReadAsync(async db => (await (
        from a in db.Answers
        join m in db.Members on a.MemberId equals m.Id
        select new { m.ExternalId, a.Choice }).ToListAsync(TestContext.Current.CancellationToken)).Select(a => (a.ExternalId, a.Choice)).ToList());
}
