using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using QuizBot.Engine.Questions;

namespace QuizBot.Storage.Conversions;

/// <summary>The question as JSON: a round keeps it as it was posted.</summary>
internal sealed class QuestionConverter() : ValueConverter<Question, string>(
    question => JsonSerializer.Serialize(question, QuestionJson.Default.Question),
    value => Read(value))
{
    public static Question Read(string value) => JsonSerializer.Deserialize(value, QuestionJson.Default.Question)!;
}
