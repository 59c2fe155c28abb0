using QuizBot.Engine.Questions;

namespace QuizBot.Questions;

public sealed class QuestionLibrary(QuestionBank bank)
{
    public QuestionBank Current { get; } = bank;
}
