using QuizBot.Engine.Scoring;

namespace QuizBot.Game.Messages;

/// <summary>How a closed round ended.</summary>
/// <param name="Tallies">Members by choice; <see cref="Tally.NoChoice"/> for typed answers.</param>
/// <param name="Right">Who was right, in the order they answered: external id, name, points.</param>
/// <param name="Streaks">Standing streaks of two or more of those who answered, the longest first: external id, name, length.</param>
internal sealed record RoundResult(
    IReadOnlyDictionary<int, int> Tallies,
    IReadOnlyList<(string Id, string Name, int Points)> Right,
    IReadOnlyList<(string Id, string Name, int Length)> Streaks)
{
    public int Answered => Tallies.Values.Sum();

    public int MembersAt(int choice) => Tallies.GetValueOrDefault(choice);

    public double ShareOf(int choice) => Answered == 0 ? 0 : (double)MembersAt(choice) / Answered;
}
