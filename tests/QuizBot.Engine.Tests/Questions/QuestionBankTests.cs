using QuizBot.Engine.Questions;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Questions;

public sealed class QuestionBankTests
{
    private static readonly QuestionScope Graded = new(QuestionPool.Graded);
    private static readonly QuestionScope Open = new(QuestionPool.Open);

    [Fact]
    public void Find_ById_IsTheQuestionCategoryOrTopicOrNull()
    {
        var bank = ABank.Of(2, 3);
        Assert.Equal("c1.topic.2", bank.Find("c1.topic.2")?.Id);
        Assert.Equal("c1", bank.FindCategory("c1")?.Id);
        Assert.Equal(("c1.topic", "c1"), (bank.FindTopic("c1.topic")?.Id, bank.FindTopic("c1.topic")?.Category));
        Assert.Null(bank.Find("c1") ?? bank.Find("C1.TOPIC.2"));
        Assert.Null(bank.FindCategory("c2"));
        Assert.Null(bank.FindTopic("c1"));
    }

    [Fact]
    public void Shelf_EveryScope_IsWhatItAllowsInThePacksOrder()
    {
        var bank = ABank.Of(2, 6, openEach: 2);
        Assert.Equal(["c1.topic.0", "c1.topic.3"], bank.Shelf("c1", Graded with { Difficulty = Difficulty.Easy }).Select(q => q.Id));
        Assert.Equal(["c1.prompts.0", "c1.prompts.1"], bank.Shelf("c1", Open).Select(q => q.Id));
        Assert.Empty(bank.Shelf("c1", Open with { Difficulty = Difficulty.Hard }));
        Assert.Empty(bank.Shelf("c2", Graded));
        Assert.Equal((12, 4, 6, 2), (bank.Count(Graded), bank.Count(Open),
            bank.Count(Graded with { Category = "c0" }), bank.Count(Graded with { Category = "c0", Difficulty = Difficulty.Hard })));
    }

    [Fact]
    public void CategoriesIn_Scope_AreThoseWithAQuestionInOrder()
    {
        var bank = ABank.With(AQuestion.Open("z.t.1"), AQuestion.Choice("a.t.1"), AQuestion.Typed("m.t.1", Difficulty.Hard));
        Assert.Equal(["a", "m"], bank.CategoriesIn(Graded));
        Assert.Equal(["m"], bank.CategoriesIn(Graded with { Difficulty = Difficulty.Hard }));
        Assert.Equal(["z"], bank.CategoriesIn(Open));
        Assert.Empty(bank.CategoriesIn(Open with { Category = "a" }));
        Assert.Equal(["z", "a", "m"], bank.Categories.Select(c => c.Id));
    }

    [Fact]
    public void QuestionBank_IdTwice_Throws()
    {
        Category category = new("a", "A", []);
        Assert.Throws<ArgumentException>(() => ABank.With(AQuestion.Choice("a.t.1"), AQuestion.Typed("a.t.1")));
        Assert.Throws<ArgumentException>(() => new QuestionBank([category, category], []));
        Topic topic = new("a.t", "T", "a");
        Assert.Throws<ArgumentException>(() => new QuestionBank([category with { Topics = [topic, topic] }], []));
    }

    [Fact]
    public void QuestionBank_UnknownCategory_ThrowsAndNamesIt() =>
        Assert.Contains("nowhere", Assert.Throws<ArgumentException>(
            () => new QuestionBank([], [AQuestion.Choice(category: "nowhere")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Empty_HasNothing()
    {
        Assert.Empty(QuestionBank.Empty.Questions);
        Assert.Equal(0, QuestionBank.Empty.Count(Graded));
    }
}
