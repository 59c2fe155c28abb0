namespace QuizBot.Engine.Rounds;

/// <summary>Shuffles choices by a stored seed: the same seed gives the same order on every version and machine.</summary>
public static class ChoiceOrder
{
    /// <summary>A permutation of 0 … count-1.</summary>
    public static int[] Shuffle(int count, int seed)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        var state = unchecked((ulong)seed);
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // SplitMix64 (Steele, Lea, Flood 2014). System.Random does not promise its sequence across versions.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
