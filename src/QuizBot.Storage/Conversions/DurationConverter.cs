using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace QuizBot.Storage.Conversions;

/// <summary>Whole seconds.</summary>
internal sealed class DurationConverter() : ValueConverter<Duration, long>(
    duration => (long)duration.TotalSeconds, value => Duration.FromSeconds(value));
