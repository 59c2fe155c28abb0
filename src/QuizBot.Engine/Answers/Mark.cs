namespace QuizBot.Engine.Answers;

/// <summary>One thing a member did to answer.</summary>
/// <param name="Source">By reaction or by button.</param>
/// <param name="Choice">The choice's position as posted, from 0.</param>
/// <param name="Added">False when a reaction was taken away.</param>
/// <param name="Order">
/// Places it among the member's other marks on the round: larger is later. Microseconds since 1970 where the platform
/// gives a time, else of the moment it was received.
/// </param>
public readonly record struct Mark(MarkSource Source, int Choice, bool Added, long Order);
