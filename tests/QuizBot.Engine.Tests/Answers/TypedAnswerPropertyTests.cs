using CsCheck;
using QuizBot.Engine.Answers;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Answers;

public sealed class TypedAnswerPropertyTests
{
    private static readonly string[] Words =
    [
        "select", "related", "prefetch", "max", "min", "length", "pre", "post", "save", "value", "values", "field", "form", "True",
        "models", "CASCADE", "many", "to", "objects", "filter", "404", "utf8", "{%", "%}", "=", "_", ".", "()", "''", "the", "-", "é",
    ];

    private static readonly Gen<char> Letter = Gen.Char['a', 'z'];

    private static readonly Gen<string> Spelling =
        Gen.Select(Gen.OneOf(Words), Gen.OneOf("", " ", "_", "-"), (word, gap) => word + gap).Array[1, 5].Select(string.Concat);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Spelling, Gen.String[0, 40], Gen.Char["aé ﬁＡ.\"'`“—-_()\u200E\uD83C\uDF89the"].Array[0, 12].Select(c => new string(c)));

    private static readonly Gen<string> Word = Letter.Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void IsRight_AcceptedSpelling_AlwaysIs() =>
        Gen.Select(AnyText.Array[1, 4], AnyText.Array[0, 4]).Sample((accept, wrong) =>
        {
            var question = AQuestion.Typed(accept: accept, wrong: wrong);
            Assert.All(accept.Where(a => TypedAnswer.Normalise(a).Length > 0), a => Assert.True(TypedAnswer.IsRight(question, a)));
        });

    [Fact]
    public void IsRight_ListedWrong_NeverIsUnlessItIsAlsoAccepted() =>
        Gen.Select(AnyText.Array[1, 4], AnyText.Array[0, 4]).Sample((accept, wrong) =>
        {
            var question = AQuestion.Typed(accept: accept, wrong: wrong);
            var accepted = accept.Select(TypedAnswer.Normalise).ToHashSet();
            Assert.All(
                wrong.Where(w => !accepted.Contains(TypedAnswer.Normalise(w))), w => Assert.False(TypedAnswer.IsRight(question, w)));
        });

    [Fact]
    public void Normalise_Normalised_IsTheSame() =>
        AnyText.Sample(text => Assert.Equal(TypedAnswer.Normalise(text), TypedAnswer.Normalise(TypedAnswer.Normalise(text))));

    [Fact]
    public void IsRight_AnythingWhatever_DoesNotThrow() =>
        Gen.Select(AnyText, AnyText, AnyText).Sample((accept, wrong, text) =>
        {
            TypedAnswer.IsRight(AQuestion.Typed(accept: [accept], wrong: [wrong]), text);
        });

    [Fact]
    public void IsRight_SlipInAWordUnderFiveLetters_NeverIs() =>
        Gen.Select(Word.Where(w => w.Length < 5), Word, Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 3], Letter)
            .Sample((shortWord, other, first, slip, at, letter) =>
            {
                var slipped = Slip(shortWord, slip, at % shortWord.Length, letter);
                string Text(string word) => first ? $"{word}_{other}" : $"{other}={word}";
                if (slipped != shortWord)
                    Assert.False(IsRight(Text(shortWord), Text(slipped)));
            });

    [Fact]
    public void IsRight_OneSlipInsideALongWord_Is() =>
        Gen.Select(Word.Where(w => w.Length >= 6), Gen.Int[0, 3], Gen.Int[1, 12], Letter).Sample((word, slip, at, letter) =>
            Assert.True(IsRight(word, Slip(word, slip, 1 + at % (word.Length - 2), letter))));

    [Fact]
    public void IsRight_FirstOrLastLetterMoreLessOrWrong_IsNot() =>
        Gen.Select(Word.Where(w => w.Length >= 6), Gen.Int[0, 2], Gen.Bool, Letter).Sample((word, slip, first, letter) =>
        {
            var slipped = first ? Slip(word, slip, 0, letter) : Backwards(Slip(Backwards(word), slip, 0, letter));
            if (slipped[0] != word[0] || slipped[^1] != word[^1])
                Assert.False(IsRight(word, slipped));
        });

    [Fact]
    public void IsRight_TwoSlipsInOneWord_IsNot() =>
        Gen.Select(Word, Word).Sample((one, other) =>
        {
            if (EditDistance.Between(one, other) > 1)
                Assert.False(IsRight(one, other));
        });

    private static bool IsRight(string accept, string text) => TypedAnswer.IsRight(AQuestion.Typed(accept: [accept]), text);

    private static string Slip(string word, int kind, int at, char letter) => kind switch
    {
        0 => word.Remove(at, 1),
        1 => word.Insert(at, letter.ToString()),
        2 => word[..at] + letter + word[(at + 1)..],
        _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
    };

    private static string Backwards(string word) => new([.. word.Reverse()]);
}
