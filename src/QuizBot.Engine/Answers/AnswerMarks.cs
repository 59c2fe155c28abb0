using System.Globalization;
using System.Text;

namespace QuizBot.Engine.Answers;

/// <summary>
/// All that a member did on a round, kept so that the answer is the latest mark that still stands whatever the order
/// or number of deliveries: each slot (a choice's reaction, or the button) keeps its latest mark alone, so applying
/// marks commutes and repeats change nothing (a last-writer-wins element set).
/// </summary>
public sealed class AnswerMarks
{
    private const int ButtonSlot = -1;
    private readonly SortedDictionary<int, Mark> _slots = [];

    /// <summary>The choice of the latest mark that stands, or null.</summary>
    public int? Choice => Standing?.Choice;

    /// <summary>The <see cref="Mark.Order"/> of the latest mark that stands, or null.</summary>
    public long? Order => Standing?.Order;

    /// <summary>The member's reactions that stand.</summary>
    public IEnumerable<Mark> StandingReactions => _slots.Values.Where(m => m.Source == MarkSource.Reaction && m.Added);

    private Mark? Standing
    {
        get
        {
            Mark? latest = null;
            foreach (var mark in _slots.Values)
            {
                // At the same instant the higher slot wins: any rule will do that does not depend on arrival.
                if (mark.Added && (latest is null || mark.Order >= latest.Value.Order))
                    latest = mark;
            }

            return latest;
        }
    }

    /// <summary>Takes in a mark.</summary>
    /// <returns>False when nothing changed: a repeat, or older than what is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The choice is negative.</exception>
    public bool Apply(Mark mark)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mark.Choice);
        var slot = mark.Source == MarkSource.Button ? ButtonSlot : mark.Choice;
        if (_slots.TryGetValue(slot, out var known) && Compare(mark, known) <= 0)
            return false;
        _slots[slot] = mark;
        return true;
    }

    /// <summary>
    /// Brings the reactions in line with what is really on the message. What stands there and is unknown here counts from
    /// <paramref name="order"/>; what is known here and no longer stands is removed.
    /// </summary>
    /// <param name="standing">The choices on which the member's reaction stands.</param>
    /// <param name="order">When the message was read; marks later than that are left alone.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Reconcile(IReadOnlySet<int> standing, long order)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var changed = false;
        foreach (var choice in standing)
        {
            if (!_slots.TryGetValue(choice, out var known) || (!known.Added && known.Order < order))
                changed |= Apply(new Mark(MarkSource.Reaction, choice, true, order));
        }

        foreach (var gone in _slots.Where(s => s.Key != ButtonSlot && s.Value.Added && !standing.Contains(s.Key)).ToList())
            changed |= Apply(new Mark(MarkSource.Reaction, gone.Key, false, order));
        return changed;
    }

    /// <summary>The stored form: a mark a word, such as <c>r2+1700000000000000 b0+1700000000000001</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var mark in _slots.Values)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(mark.Source == MarkSource.Button ? 'b' : 'r')
                .Append(CultureInfo.InvariantCulture, $"{mark.Choice}{(mark.Added ? '+' : '-')}{mark.Order}");
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by it.</exception>
    public static AnswerMarks Parse(ReadOnlySpan<char> text)
    {
        var marks = new AnswerMarks();
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.Length == 0)
                continue;
            var sign = word.IndexOfAny('+', '-');
            if (sign < 2 || word[0] is not ('b' or 'r')
                || !int.TryParse(word[1..sign], NumberStyles.None, CultureInfo.InvariantCulture, out var choice)
                || !long.TryParse(word[(sign + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order))
                throw new FormatException($"'{word}' is not a stored mark.");
            marks.Apply(new Mark(word[0] == 'b' ? MarkSource.Button : MarkSource.Reaction, choice, word[sign] == '+', order));
        }

        return marks;
    }

    // Total, so that two marks of one instant end the same whichever arrives first: a removal beats an addition.
    private static int Compare(Mark a, Mark b) =>
        (a.Order, !a.Added, a.Choice).CompareTo((b.Order, !b.Added, b.Choice));
}
