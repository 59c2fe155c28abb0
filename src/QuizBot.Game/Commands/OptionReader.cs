using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;
using QuizBot.Chat.Commands;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;

namespace QuizBot.Game.Commands;

/// <summary>
/// Reads a command's options, with one wording for every platform. A value that cannot be read leaves a problem; what is read
/// after it does not matter.
/// </summary>
internal sealed partial class OptionReader(CommandSpec command, IReadOnlyDictionary<string, string> options)
{
    private const int MostQuoted = 40;

    /// <summary>The first problem, or null.</summary>
    public OptionProblem? Problem { get; private set; }

    public string? Text(string name) => options.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        var spec = command.Options.First(o => o.Name == name);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !(number < spec.Min) && !(number > spec.Max))
            return number;
        return Refuse(otherwise, $"{Quote(text)} does not fit {name}: write a whole number from {spec.Min} to {spec.Max}.");
    }

    public string? Choice(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var values = command.Options.First(o => o.Name == name).Choices.Select(c => c.Value).ToList();
        return values.FirstOrDefault(v => string.Equals(v, text, StringComparison.OrdinalIgnoreCase))
            ?? Refuse<string?>(null, $"{Quote(text)} does not fit {name}: write {Say.List(values, "or")}.{DidYouMean(text, values)}");
    }

    /// <summary>The word of a command, with or without its slash.</summary>
    public string? Root(string name)
    {
        if (Text(name)?.TrimStart('/') is not { } text)
            return null;
        var roots = Catalogue.All.Roots.ToList();
        return roots.Find(r => string.Equals(r, text, StringComparison.OrdinalIgnoreCase))
            ?? Refuse<string?>(null, $"There is no command {Quote("/" + text)}.{DidYouMean(text, roots)} There are {Say.List([.. roots.Select(r => "/" + r)])}.");
    }

    public string? Category(QuestionBank bank)
    {
        if (Text("category") is not { } text)
            return null;
        var found = bank.Categories.FirstOrDefault(c =>
            string.Equals(c.Id, text, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Title, text, StringComparison.OrdinalIgnoreCase));
        var ids = bank.Categories.Select(c => c.Id).ToList();
        return found?.Id
            ?? Refuse<string?>(null, $"There is no category {Quote(text)}.{DidYouMean(text, ids)} The categories are {Say.Some(ids)}.");
    }

    public LocalTime Time(string name)
    {
        var text = Required(name);
        var match = TimePattern().Match(text);
        if (match.Success)
        {
            var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
            var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
            var half = match.Groups["half"].Value.ToLowerInvariant();
            if (half.Length > 0)
                hour = hour is < 1 or > 12 ? 24 : (hour % 12) + (half == "pm" ? 12 : 0);
            if (hour < 24 && minute < 60)
                return new LocalTime(hour, minute);
        }

        return Refuse(LocalTime.Midnight, $"{Quote(text)} is no time of day. Write it as 09:30: hours 00 to 23, minutes 00 to 59.");
    }

    public DateTimeZone Zone(string name)
    {
        var text = Required(name);
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var id = ids.FirstOrDefault(i => string.Equals(i, text, StringComparison.OrdinalIgnoreCase)) ?? ByCity(ids, text);
        return id is not null
            ? DateTimeZoneProviders.Tzdb[id]
            : Refuse(DateTimeZone.Utc, $"There is no time zone {Quote(text)}.{DidYouMeanZone(text, ids)} Write it as Europe/Berlin or America/New_York.");
    }

    public Weekdays Days(string name)
    {
        if (Text(name) is not { } text)
            return Weekdays.EveryDay;
        return WeekdayText.TryParse(text) ?? Refuse(
            Weekdays.EveryDay,
            $"{Quote(text)} names no weekdays. Write every-day, working-days or weekend, or days such as mon,wed,fri or mon-thu.");
    }

    public Duration CloseAfter(string name)
    {
        if (Text(name) is not { } text)
            return DailySettings.DefaultClose;
        var match = SpanPattern().Match(text);
        if (!match.Success || match.Length == 0)
            return Refuse(DailySettings.DefaultClose, $"{Quote(text)} is no length of time. Write it as 8h, 90m or 1d12h.");
        var span = Duration.FromDays(Part("d")) + Duration.FromHours(Part("h")) + Duration.FromMinutes(Part("m"));
        return span >= DailySettings.ShortestClose && span <= DailySettings.LongestClose
            ? span
            : Refuse(DailySettings.DefaultClose, $"A question takes answers for 1 minute to 7 days, not {Quote(text)}.");

        int Part(string group) => match.Groups[group] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;
    }

    internal static string Quote(string text) => $"“{PlainText.Short(PlainText.Clean(text), MostQuoted)}”";

    internal static string DidYouMean(string word, IEnumerable<string> among) =>
        EditDistance.Nearest(word, among) is { } near ? $" Did you mean {near}?" : "";

    private string Required(string name) =>
        Text(name) ?? Refuse("", $"The {name} is missing: {Lower(command.Options.First(o => o.Name == name).Help)}.");

    // The city alone is what most people type.
    private static string? ByCity(IEnumerable<string> ids, string text)
    {
        var city = "/" + text.Replace(' ', '_');
        var found = ids.Where(i => i.EndsWith(city, StringComparison.OrdinalIgnoreCase)).ToList();
        // A zone may have older names too: Istanbul is in Europe and in Asia.
        var zones = found.Select(i => TzdbDateTimeZoneSource.Default.CanonicalIdMap[i]).Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : zones.Count == 1 ? zones[0] : null;
    }

    private static string DidYouMeanZone(string text, IReadOnlyCollection<string> ids) =>
        DidYouMean(text, ids) is { Length: > 0 } said ? said
        : EditDistance.Nearest(CityOf(text), ids.Select(CityOf).Distinct()) is { } city ? $" Did you mean {ids.First(i => CityOf(i) == city)}?"
        : "";

    private static string CityOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace(' ', '_');

    private static string Lower(string help) => char.ToLowerInvariant(help[0]) + help[1..];

    private T Refuse<T>(T otherwise, string text)
    {
        Problem ??= new OptionProblem(text, command);
        return otherwise;
    }

    // Only ASCII digits: int.Parse takes no others.
    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})([:.h](?<minute>[0-9]{2}))?\s*(?<half>am|pm)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^((?<d>[0-9]{1,2})\s*d(ays?)?)?\s*((?<h>[0-9]{1,3})\s*h(ours?)?)?\s*((?<m>[0-9]{1,5})\s*m(in(utes?)?)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpanPattern();
}
