using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Places;

namespace QuizBot.Game.Dailies;

/// <summary>Dailies taken in one transaction.</summary>
internal sealed class DailyBatch
{
    public int Taken { get; set; }

    /// <summary>Committed, to be posted.</summary>
    public List<(Round Round, Place Place)> Rounds { get; } = [];

    /// <summary>Paused, since there is nothing to ask.</summary>
    public List<(Daily Daily, Place Place)> Empty { get; } = [];
}
