using CsCheck;
using QuizBot.Questions.Linting;

namespace QuizBot.Questions.Tests.Linting;

public sealed class SimilarTextsTests
{
    private static readonly Gen<AskedText> Text =
        Gen.Select(Gen.Int[0, 3].Array[1, 9], Gen.Int[0, 2].Array[0, 5], (ask, code) => new AskedText(string.Join(' ', ask), string.Join(' ', code)));

    [Fact]
    public void Pairs_FindTheTextsThatComparingAllWithAllFinds() =>
        Text.Array[1, 40].Sample(
            texts =>
            {
                var found = SimilarTexts.Pairs(texts).ToDictionary(p => p.Later, p => p.Earlier);
                for (var later = 0; later < texts.Length; later++)
                {
                    var alike = Enumerable.Range(0, later).Where(earlier => AreAlike(texts[later], texts[earlier])).ToList();
                    Assert.Equal(alike.Count > 0, found.ContainsKey(later));
                    if (alike.Count > 0)
                        Assert.Contains(found[later], alike);
                }
            },
            iter: 500);

    [Theory]
    [InlineData("Which one is right?", null, "which ONE is `right`", null, true)]
    [InlineData("Is it?", "a == b", "Is it?", "a != b", false)]
    [InlineData("Is it?", "a == b", "Is it?", "a==b", true)]
    [InlineData("Is it?", null, "Is it?", "a", false)]
    [InlineData("何が正しいですか", null, "何が正しいのですか", null, true)]
    [InlineData("🙂", null, "🙃", null, false)]
    public void Pairs_OfTwo_DependOnTheirWords(string ask, string? code, string otherAsk, string? otherCode, bool areAlike) =>
        Assert.Equal(areAlike, SimilarTexts.Pairs([new AskedText(ask, code), new AskedText(otherAsk, otherCode)]).Any());

    [Fact]
    public void Pairs_AmongManyThousand_AreFound()
    {
        var random = new Random(5);
        var texts = Enumerable.Range(0, 20_000).Select(_ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => random.Next(3_000)))).ToList();
        texts[15_000] = texts[123] + " indeed";
        texts[19_999] = texts[456];

        Assert.Equal([(15_000, 123), (19_999, 456)], SimilarTexts.Pairs([.. texts.Select(t => new AskedText(t, null))]));
    }

    [Fact]
    public void Pairs_AmongThousandsFromOneTemplate_AreStillLinearWork()
    {
        // All share all but one word; comparing all with all would be two hundred million comparisons.
        var texts = Enumerable.Range(0, 20_000).Select(i => new AskedText($"In a project of ours which of these {i} settings would you change first and why so", null)).ToList();

        Assert.Equal(19_999, SimilarTexts.Pairs(texts).Count());
    }

    private static bool AreAlike(AskedText a, AskedText b) => Likeness(a.Ask, b.Ask) >= 0.7 && Likeness(a.Code, b.Code) >= 0.9;

    private static double Likeness(IReadOnlyCollection<ulong> a, IReadOnlyCollection<ulong> b) =>
        a.Count + b.Count == 0 ? 1 : (double)a.Intersect(b).Count() / a.Union(b).Count();
}
