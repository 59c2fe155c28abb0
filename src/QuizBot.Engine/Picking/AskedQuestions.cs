using System.Buffers.Binary;
using System.Text;

namespace QuizBot.Engine.Picking;

/// <summary>
/// What one channel has been asked of one category. Each question has a level: 0 while it was never asked, else the
/// turn through the pack in which it was asked last; after 65,535 turns they stay there. Stored as 16 bytes and 10 more a
/// question asked.
/// </summary>
public sealed class AskedQuestions
{
    private const int HeadSize = 16;
    private const int EntrySize = 10;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private readonly Dictionary<ulong, ushort> _levels;

    private AskedQuestions(Dictionary<ulong, ushort> levels, long? lastAsked, ulong lastQuestion)
    {
        _levels = levels;
        LastAsked = lastAsked;
        LastQuestion = lastQuestion;
        HighestLevel = levels.Count == 0 ? 0 : levels.Values.Max();
    }

    /// <summary>A category of which nothing was asked.</summary>
    public AskedQuestions()
        : this([], null, 0)
    {
    }

    /// <summary>Counts the channel's picks: the number of the pick that last took this category, or null. Orders the categories' turns.</summary>
    public long? LastAsked { get; private set; }

    /// <summary>How many different questions were asked, those no longer in the pack included.</summary>
    public int Count => _levels.Count;

    /// <summary>The highest level ever reached, 0 while nothing was asked.</summary>
    internal int HighestLevel { get; private set; }

    private ulong LastQuestion { get; set; }

    /// <summary>The turn in which the question was asked last, 0 for never.</summary>
    public int Level(string questionId) => _levels.GetValueOrDefault(Hash(questionId));

    /// <summary>Whether this was the last question asked of the category.</summary>
    public bool WasLast(string questionId) => LastAsked is not null && LastQuestion == Hash(questionId);

    /// <summary>Notes that a question was asked.</summary>
    /// <param name="questionId">The question.</param>
    /// <param name="level">Its new level, 1 or more.</param>
    /// <param name="pick">The number of this pick in the channel, from 1; larger than any before.</param>
    public void Record(string questionId, int level, long pick)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pick, 1);
        var hash = Hash(questionId);
        level = Math.Min(level, ushort.MaxValue);
        _levels[hash] = (ushort)level;
        HighestLevel = Math.Max(HighestLevel, level);
        LastAsked = pick;
        LastQuestion = hash;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes were not written by it.</exception>
    public static AskedQuestions FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return new AskedQuestions();
        if (bytes.Length < HeadSize || (bytes.Length - HeadSize) % EntrySize != 0)
            throw new FormatException($"A history of asked questions has {bytes.Length} bytes.");
        var lastAsked = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var lastQuestion = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var levels = new Dictionary<ulong, ushort>((bytes.Length - HeadSize) / EntrySize);
        for (var rest = bytes[HeadSize..]; rest.Length > 0; rest = rest[EntrySize..])
        {
            var level = BinaryPrimitives.ReadUInt16LittleEndian(rest[8..]);
            if (level == 0 || !levels.TryAdd(BinaryPrimitives.ReadUInt64LittleEndian(rest), level))
                throw new FormatException("A history of asked questions names one twice, or one never asked.");
        }

        if (lastAsked < 1 || !levels.ContainsKey(lastQuestion))
            throw new FormatException("A history of asked questions does not know its last.");
        return new AskedQuestions(levels, lastAsked, lastQuestion);
    }

    /// <summary>The stored form.</summary>
    public byte[] ToBytes()
    {
        if (LastAsked is null)
            return [];
        var bytes = new byte[HeadSize + _levels.Count * EntrySize];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, LastAsked.Value);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), LastQuestion);
        var at = HeadSize;
        foreach (var (hash, level) in _levels)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), hash);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 8), level);
            at += EntrySize;
        }

        return bytes;
    }

    // FNV-1a: stored, so it must never change; string.GetHashCode differs in each process.
    private static ulong Hash(string questionId)
    {
        Span<byte> utf8 = stackalloc byte[512];
        if (Encoding.UTF8.TryGetBytes(questionId, utf8, out var length))
            utf8 = utf8[..length];
        else
            utf8 = Encoding.UTF8.GetBytes(questionId);

        var hash = FnvOffset;
        foreach (var b in utf8)
            hash = (hash ^ b) * FnvPrime;
        return hash;
    }
}
