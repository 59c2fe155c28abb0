namespace QuizBot.Game.Rounds;

/// <summary>What is known of a message.</summary>
/// <param name="Round">Its open round, or null.</param>
/// <param name="MayArrive">True where it may yet turn out to be a round: one is just being posted in its channel.</param>
internal readonly record struct FoundRound(ActiveRound? Round, bool MayArrive);
