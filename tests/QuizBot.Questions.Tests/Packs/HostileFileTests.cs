using System.Text;
using CsCheck;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Packs;

/// <summary>Whatever a file holds, reading it ends, does not throw, and names only places that are in it.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(Sample.All);

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", "- ", "? ", ": ", "'", "\"", "&a ", "*a ", "!!x ", "%TAG ", "---\n", "...\n", "|\n", ">-\n", "# ", "\t", "\r", "\n", "  ",
        "\u2028", "\u0085", "\uFEFF", "\\", "questions:", "- id: a\n", "category: x\n", ",", "<<: ", "\0", "é", "😀",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [Fact]
    public void RandomBytes_NeverThrow() => Gen.Byte.Array[0, 400].Sample(Survives, iter: 5_000);

    [Fact]
    public void RandomYamlPieces_NeverThrow() =>
        Piece.Array[1, 60].Select(p => Encoding.UTF8.GetBytes(string.Concat(p))).Sample(Survives, iter: 5_000);

    [Fact]
    public void PiecesInsideAValidFile_NeverThrow() =>
        Gen.Select(Gen.Int[0, Valid.Length], Gen.Int[0, 40], Piece.Array[0, 4])
            .Array[1, 3]
            .Select(Mutated)
            .Sample(Survives, iter: 2_000);

    [Fact]
    public void ValidFile_CutAnywhere_KeepsWholeQuestionsOnly()
    {
        var whole = CategoryFile.Read("f", "p", Valid).Questions.Select(q => q.Question).ToDictionary(q => q.Id);
        for (var length = 0; length <= Valid.Length; length++)
        {
            var draft = CategoryFile.Read("f", "p", Valid[..length]);
            AssertPlaces(draft.Faults, Valid[..length]);
            Assert.All(draft.Questions, q => Assert.Equal(whole[q.Question.Id].Kind, q.Question.Kind));
        }
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("- - a\n", "questions:\n")]
    [InlineData("  - ask: a: b\n", "questions:\n")]
    [InlineData("  - \"\n", "questions:\n")]
    [InlineData("a", "questions:\n  - ask: ")]
    [InlineData(" ", "questions:\n  - ask: ")]
    [InlineData("a: b\n", "")]
    [InlineData("&a [*a, ", "")]
    public void Megabytes_OfOnePiece_AreReadInOneGo(string piece, string begin)
    {
        var text = new StringBuilder(begin);
        while (text.Length < 500_000)
            text.Append(piece);

        Survives(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static byte[] Mutated((int At, int Removed, string[] Inserted)[] changes)
    {
        var bytes = Valid;
        foreach (var (at, removed, inserted) in changes)
        {
            var start = Math.Min(at, bytes.Length);
            bytes = [.. bytes[..start], .. Encoding.UTF8.GetBytes(string.Concat(inserted)), .. bytes[Math.Min(bytes.Length, start + removed)..]];
        }

        return bytes;
    }

    private static void Survives(byte[] bytes)
    {
        AssertPlaces(CategoryFile.Read("f", "p", bytes).Faults, bytes);
        AssertPlaces(PackHeaderFile.Read("f", "p", bytes).Faults, bytes);
    }

    private static void AssertPlaces(IEnumerable<PackFault> faults, byte[] bytes)
    {
        // YAML ends lines at \r, U+0085 and U+2028 too; the end of the file is a line of its own.
        var lines = 2 + bytes.Count(b => b is (byte)'\n' or (byte)'\r' or 0x85 or 0xA8 or 0xA9);
        foreach (var fault in faults)
        {
            Assert.InRange(fault.Line, 1, lines);
            Assert.InRange(fault.Column, 1, bytes.Length + 2);
            Assert.NotEmpty(fault.Message);
            Assert.NotEmpty(fault.Remedy);
        }
    }
}
