using Microsoft.EntityFrameworkCore;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Quizzes;
using QuizBot.Game.Boards;
using QuizBot.Game.Messages;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary>The final board of a quiz.</summary>
internal sealed class ReadQuizBoard(Database database)
{
    private const int MostRows = 20;
    private const int MostWinners = 5;

    public async Task<ChatMessage> ReadAsync(Quiz quiz, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var rows = await (
            from a in db.Answers
            join r in db.Rounds on a.RoundId equals r.Id
            join m in db.Members on a.MemberId equals m.Id
            where r.QuizId == quiz.Id && a.Settled
            group a by new { a.MemberId, m.Name } into g
            select new { g.Key.Name, Points = g.Sum(a => a.Points), Right = g.Sum(a => a.Right == true ? 1 : 0) })
            .OrderByDescending(g => g.Points).ThenBy(g => g.Name).ToListAsync(cancellation);
        if (quiz.Begun == 0)
            return Say.Line("The quiz is over before it began.", ChatTone.Result);
        if (rows.Count == 0)
            return Say.Line($"The quiz is over after {Say.Count(quiz.Begun, "question")}, and nobody answered. Another time: /quiz start.", ChatTone.Result);

        var ranks = Ranking.Of([.. rows.Select(r => (long)r.Points)]);
        var first = rows.Where((_, i) => ranks[i] == 1).Select(r => r.Name).ToList();
        var table = new TableBlock(
            [new TableColumn("Rank"), new TableColumn("Member"), new TableColumn("Points", IsNumber: true), new TableColumn("Right", IsNumber: true)],
            [.. rows.Take(MostRows).Select((r, i) => new TableRow([Emoji.Rank(ranks[i], r.Points), r.Name, $"{r.Points}", $"{r.Right} of {quiz.Begun}"]))]);
        var winner = rows[0].Points == 0 ? "No points this time; the next quiz is a new chance."
            : first.Count == 1 ? $"{first[0]} wins with {Say.Count(rows[0].Points, "point")}."
            : first.Count > MostWinners ? $"{first.Count} members share the first place with {Say.Count(rows[0].Points, "point")}."
            : $"{Say.List(first)} share the first place with {Say.Count(rows[0].Points, "point")}.";
        return new ChatMessage([new HeadingBlock("Quiz over"), new TextBlock(winner), table, new NoteBlock("A question is worth 10, 20 or 30 points by its difficulty, and up to half as much again for speed.")])
        {
            Summary = Say.Summary($"Quiz over. {winner}"),
            Tone = ChatTone.Result,
        };
    }
}
