using NodaTime;
using QuizBot.Chat.Commands;
using QuizBot.Questions.Live;

namespace QuizBot.Game.Commands;

/// <summary>Values that complete a half-typed option.</summary>
internal sealed class Completions(QuestionLibrary library)
{
    // Discord's limit.
    private const int Most = 25;

    public IReadOnlyList<OptionChoice> Find(string command, string option, string typed)
    {
        if (Catalogue.All.Find(command)?.Options.FirstOrDefault(o => o.Name == option) is not { } spec)
            return [];
        var all = option switch
        {
            "category" => library.Current.Categories.Select(c => new OptionChoice(c.Id, c.Title)),
            "zone" => DateTimeZoneProviders.Tzdb.Ids.Where(i => i.Contains('/', StringComparison.Ordinal) || i == "UTC").Select(i => new OptionChoice(i, i)),
            "command" => Catalogue.All.Roots.Select(r => new OptionChoice(r, "/" + r)),
            "days" => WeekdayText.Words.Select(w => new OptionChoice(w, w)),
            "close-after" => ((string[])["1h", "4h", "8h", "12h", "1d", "2d", "7d"]).Select(w => new OptionChoice(w, w)),
            _ => spec.Choices,
        };
        var text = typed.Trim();
        return [.. all
            .Select(c => (Choice: c, At: Place(c, text)))
            .Where(c => c.At >= 0)
            .OrderBy(c => c.At)
            .Take(Most)
            .Select(c => c.Choice)];
    }

    // Zones by city too: Berlin finds Europe/Berlin before what merely holds the letters.
    private static int Place(OptionChoice choice, string typed)
    {
        var place = choice.Value.IndexOf(typed.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase);
        if (place < 0)
            return choice.Label.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
        return place == 0 || choice.Value[place - 1] == '/' ? 0 : 1;
    }
}
