using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace QuizBot.Storage.Conversions;

/// <summary>Text such as 09:30.</summary>
internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
    time => Pattern.Format(time), value => Pattern.Parse(value).Value)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
}
