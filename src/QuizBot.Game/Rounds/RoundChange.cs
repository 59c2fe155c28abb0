using QuizBot.Engine.Rounds;

namespace QuizBot.Game.Rounds;

/// <summary>A change of one round and nothing else.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Apply">Changes it; false where it is not as expected and stays as it is. May be called more than once.</param>
internal sealed record RoundChange(long RoundId, Func<Round, bool> Apply);
