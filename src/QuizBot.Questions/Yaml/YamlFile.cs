using System.Buffers;
using System.Text;
using System.Text.Unicode;
using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Yaml;

/// <summary>The bytes of a file that is known to be UTF-8 text.</summary>
internal sealed class YamlFile
{
    /// <summary>Room for 100,000 questions of a kilobyte each in one file.</summary>
    public const int LargestBytes = 128 * 1024 * 1024;

    private readonly byte[] _bytes;

    private YamlFile(byte[] bytes) => _bytes = bytes;

    /// <summary>The file's text, or null with a fault that says why not.</summary>
    /// <param name="path">The file; empty ones are not opened, for a pipe or a device looks empty and could block.</param>
    /// <param name="length">Its length when it was found.</param>
    /// <param name="faults">Where the fault goes.</param>
    public static YamlFile? Load(string path, long length, FaultList faults)
    {
        if (length == 0)
            return Refuse(Place.Start, FaultRule.EmptyFile, "The file is empty", "write it or delete it");
        if (length > LargestBytes)
            return Refuse(Place.Start, FaultRule.TooBig, $"The file is larger than {LargestBytes / 1024 / 1024} MiB", "split the category over several files");
        byte[] bytes;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            bytes = new byte[Math.Min(LargestBytes, stream.Length)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Array.Resize(ref bytes, read);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(Place.Start, FaultRule.Unreadable, $"The file cannot be read: {fault.Message}", "check that it exists and that the bot's user may read it");
        }

        return Of(bytes, faults);

        YamlFile? Refuse(Place place, string rule, string message, string remedy)
        {
            faults.Error(place, rule, message, remedy);
            return null;
        }
    }

    /// <summary>The bytes as text, or null with a fault.</summary>
    public static YamlFile? Of(byte[] bytes, FaultList faults)
    {
        if (bytes.AsSpan() is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Error(Place.Start, FaultRule.Encoding, "The file is UTF-16", "save it as UTF-8");
            return null;
        }

        if (bytes.AsSpan().IndexOf((byte)0) is var zero and >= 0)
        {
            faults.Error(PlaceOf(bytes, zero), FaultRule.Binary, "The file is not text", "delete it from the pack, or save it as UTF-8 text");
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            var bad = FirstInvalid(bytes);
            faults.Error(PlaceOf(bytes, bad), FaultRule.Encoding, $"The byte 0x{bytes[bad]:X2} is not UTF-8", "save the file as UTF-8");
            return null;
        }

        return new YamlFile(bytes);
    }

    /// <summary>The text from a byte on.</summary>
    public TextReader From(int offset) =>
        new StreamReader(new MemoryStream(_bytes, offset, _bytes.Length - offset), Encoding.UTF8, detectEncodingFromByteOrderMarks: offset == 0);

    /// <summary>
    /// Where to go on after a question that could not be parsed: the next line, after that many, that begins a list item
    /// in the same column. Null where there is none.
    /// </summary>
    /// <param name="start">The byte and the line to count from.</param>
    /// <param name="afterLine">The line, from 1, on which the broken question begins.</param>
    /// <param name="column">The column of the items' hyphens, from 1.</param>
    public (int Offset, int LinesBefore)? NextItem((int Offset, int LinesBefore) start, int afterLine, int column)
    {
        var (offset, line) = (start.Offset, start.LinesBefore + 1);
        while (true)
        {
            var end = _bytes.AsSpan(offset).IndexOf((byte)'\n');
            if (end < 0)
                return null;
            offset += end + 1;
            line++;
            if (line > afterLine && BeginsItem(_bytes.AsSpan(offset), column - 1))
                return (offset, line - 1);
        }
    }

    private static bool BeginsItem(ReadOnlySpan<byte> line, int indent) =>
        line.Length > indent + 1 && line[..indent].IndexOfAnyExcept((byte)' ') < 0 && line[indent] == '-' && line[indent + 1] is (byte)' ' or (byte)'\n' or (byte)'\r';

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == OperationStatus.Done)
            at += used;
        return at;
    }

    private static Place PlaceOf(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Place(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
