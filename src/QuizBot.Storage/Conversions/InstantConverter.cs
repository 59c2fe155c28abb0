using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace QuizBot.Storage.Conversions;

/// <summary>Microseconds since 1970: the same order and arithmetic on every provider.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => Microseconds.Of(instant), value => Microseconds.ToInstant(value));
