namespace QuizBot.Discord.Snowflakes;

/// <summary>
/// Ids as text, the ones of late made only once: a burst of reactions names the same guild, channel and message again and
/// again. Its size is fixed.
/// </summary>
internal sealed class IdTexts
{
    private const int Size = 1_024;
    private readonly Entry?[] _entries = new Entry?[Size];

    public string Of(ulong id)
    {
        ref var place = ref _entries[(id ^ (id >> 22)) % Size];
        if (Volatile.Read(ref place) is { } known && known.Id == id)
            return known.Text;
        var text = Snowflake.Text(id);
        Volatile.Write(ref place, new Entry(id, text));
        return text;
    }

    private sealed record Entry(ulong Id, string Text);
}
