using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>Makes JSON once, as the bytes that are sent.</summary>
internal static class Bytes
{
    // Like Discord, which sends emoji as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Scratch? scratch;

    public static byte[] Of<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        // Taken away while in use, so that a writer that makes bytes itself gets another.
        var mine = scratch ?? new();
        scratch = null;
        mine.Buffer.ResetWrittenCount();
        mine.Writer.Reset(mine.Buffer);
        write(mine.Writer, state);
        mine.Writer.Flush();
        var bytes = mine.Buffer.WrittenSpan.ToArray();
        if (mine.Buffer.Capacity <= 1 << 20)
            scratch = mine;
        return bytes;
    }

    private sealed class Scratch
    {
        public Scratch() => Writer = new(Buffer, Options);

        public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

        public Utf8JsonWriter Writer { get; }
    }
}
