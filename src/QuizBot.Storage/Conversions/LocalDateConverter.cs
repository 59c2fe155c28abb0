using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace QuizBot.Storage.Conversions;

/// <summary>A number such as 20261123: readable, and in order.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, int>(
    date => ToNumber(date), value => new LocalDate(value / 10_000, value / 100 % 100, value % 100))
{
    public static int ToNumber(LocalDate date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;
}
