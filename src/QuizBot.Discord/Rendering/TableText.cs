using System.Text;
using QuizBot.Chat.Messages;

namespace QuizBot.Discord.Rendering;

/// <summary>A table as lines of a fixed-width type, narrow enough for a phone.</summary>
internal static class TableText
{
    // What a phone shows of a code block in an embed before it breaks lines.
    private const int Narrow = 38;
    private const int NarrowestColumn = 8;

    public static string Of(TableBlock table)
    {
        var cells = table.Rows.Select(r => r.Cells.Select(Clean).ToArray()).Prepend([.. table.Columns.Select(c => Clean(c.Title))]).ToList();
        var widths = Enumerable.Range(0, table.Columns.Count).Select(c => cells.Max(r => TextWidth.Of(r[c]))).ToArray();
        var mark = table.Rows.Any(r => r.Highlighted);
        var room = Narrow - (mark ? 2 : 0);
        // The space between columns goes first, then the ends of long words.
        var gap = widths.Sum() + (2 * (widths.Length - 1)) <= room ? 2 : 1;
        Narrower(widths, table.Columns, room - (gap * (widths.Length - 1)));

        var text = new StringBuilder();
        for (var row = 0; row < cells.Count; row++)
        {
            if (row > 0)
                text.Append('\n');
            if (mark)
                text.Append(row > 0 && table.Rows[row - 1].Highlighted ? "> " : "  ");
            text.Append(Line(cells[row], widths, table.Columns, gap));
        }

        return text.ToString();
    }

    private static void Narrower(int[] widths, IReadOnlyList<TableColumn> columns, int room)
    {
        while (widths.Sum() > room)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(c => !columns[c].IsNumber && widths[c] > NarrowestColumn)
                .OrderByDescending(c => widths[c]).Select(c => (int?)c).FirstOrDefault();
            if (widest is not { } column)
                return;
            widths[column]--;
        }
    }

    private static string Line(string[] cells, int[] widths, IReadOnlyList<TableColumn> columns, int gap)
    {
        var line = new StringBuilder();
        for (var c = 0; c < cells.Length; c++)
        {
            if (c > 0)
                line.Append(' ', gap);
            var cell = TextWidth.Cut(cells[c], widths[c]);
            var space = widths[c] - TextWidth.Of(cell);
            // A name from right to left would turn the whole line around.
            cell = cell.Any(IsRightToLeft) ? "\u2068" + cell + "\u2069" : cell;
            _ = columns[c].IsNumber ? line.Append(' ', space).Append(cell) : line.Append(cell).Append(' ', space);
        }

        return line.ToString().TrimEnd(' ');
    }

    private static string Clean(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');
}
