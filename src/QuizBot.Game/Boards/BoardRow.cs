namespace QuizBot.Game.Boards;

internal sealed record BoardRow(int Rank, string MemberId, string Name, long Points, int Answered, int Right);
