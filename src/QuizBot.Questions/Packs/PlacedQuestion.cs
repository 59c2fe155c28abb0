using QuizBot.Engine.Questions;

namespace QuizBot.Questions.Packs;

/// <summary>A question and where it stands.</summary>
internal sealed record PlacedQuestion(Question Question, FilePlace Place, FilePlace TopicPlace);
