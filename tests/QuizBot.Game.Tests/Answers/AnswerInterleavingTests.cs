using CsCheck;
using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;

namespace QuizBot.Game.Tests.Answers;

/// <summary>Members react, take back and press in any order, and the platform delivers it late, twice and out of order.</summary>
public sealed class AnswerInterleavingTests
{
    private static readonly Gen<(int Member, int Choice, int Kind)[]> Acts =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 30];

    [Fact]
    public async Task Answer_HoweverDelivered_IsTheLatestThatStandsAndPointsMatch()
    {
        // Nothing of it is on the message, from which the bot would take reactions off.
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(60), removesReactions: false);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h answers:both");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        var members = Enumerable.Range(0, 4).Select(i => world.Fake.Members.Enter($"M{i}", $"Member {i}")).ToArray();
        var points = new int[4];
        await Gen.Select(Acts, Gen.Int).SampleAsync(async (acts, seed) =>
        {
            var round = (await world.RoundsAsync())[^1];
            var message = world.Asked[^1].Ref;
            var expected = new int?[4];
            var events = new List<ChatEvent>();
            for (var m = 0; m < 4; m++)
                expected[m] = Model([.. acts.Where(a => a.Member == m).Select(a => (a.Choice, a.Kind))], members[m], message, round.Id, events);
            var random = new Random(seed);
            events.AddRange(events.Where(_ => random.Next(3) == 0).ToList());
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(events));
            await Task.WhenAll(events.Select(e => world.Fake.Members.HandAsync(e)));

            await host.AdvanceAsync(TimeSpan.FromHours(1));
            var answers = await world.ReadAsync(async db => await (
                from a in db.Answers
                join m in db.Members on a.MemberId equals m.Id
                where a.RoundId == round.Id
                select new { m.ExternalId, a.Choice, a.Points }).ToDictionaryAsync(a => a.ExternalId, TestContext.Current.CancellationToken));
            for (var m = 0; m < 4; m++)
            {
                var answer = answers.GetValueOrDefault(members[m].Id);
                Assert.Equal(expected[m], answer?.Choice);
                Assert.Equal(expected[m] == round.RightChoice ? 10 : 0, answer?.Points ?? 0);
                points[m] += answer?.Points ?? 0;
            }

            await host.AdvanceAsync(TimeSpan.FromHours(23));
        }, iter: 40, threads: 1);

        var scores = await world.ReadAsync(async db => await (
            from s in db.Scores
            join m in db.Members on s.MemberId equals m.Id
            where s.Kind == Engine.Scoring.PeriodKind.AllTime && s.Category == Engine.Scoring.Score.AllCategories
            select new { m.ExternalId, s.Points }).ToDictionaryAsync(s => s.ExternalId, s => s.Points, TestContext.Current.CancellationToken));
        for (var m = 0; m < 4; m++)
            Assert.Equal(points[m], scores.GetValueOrDefault(members[m].Id));
    }

    // Kinds: 0 and 1 react, 2 takes the reaction back, 3 presses the button.
    private static int? Model((int Choice, int Kind)[] acts, ChatMember member, MessageRef message, long round, List<ChatEvent> events)
    {
        var standing = new Dictionary<string, (int Choice, long Order)>();
        var order = 0L;
        foreach (var (choice, kind) in acts)
        {
            order++;
            var slot = kind == 3 ? "button" : $"{choice}";
            if (kind == 3)
                events.Add(new ButtonPressed("", message, member, Actions.Choose(round, choice), order));
            else
                events.Add(new ReactionChanged("", message, member, Emoji.Number(choice), kind < 2, order));
            if (kind == 2)
                standing.Remove(slot);
            else
                standing[slot] = (choice, order);
        }

        return standing.Count == 0 ? null : standing.Values.MaxBy(s => s.Order).Choice;
    }
}
