using System.Globalization;
using System.Text;
using QuizBot.Chat.Commands;
using QuizBot.Engine.Questions;
using QuizBot.Game.Messages;

namespace QuizBot.Game.Commands;

/// <summary>
/// Takes a typed line apart: the command's words, then options as <c>name:value</c> or, without a name, in the catalogue's
/// order, each to the first option left that can take it. Quotes hold a value together.
/// </summary>
internal static class CommandGrammar
{
    /// <summary>A line longer than this is no command: it is refused unread.</summary>
    public const int LongestLine = 2_000;

    public static (CommandSpec? Command, IReadOnlyDictionary<string, string> Options, OptionProblem? Problem) Parse(
        CommandCatalogue catalogue, string line, QuestionBank bank)
    {
        var options = new Dictionary<string, string>();
        if (line.Length > LongestLine)
            return (null, options, new OptionProblem($"That line is too long for a command: {Say.Count(line.Length, "character")}, of at most {LongestLine:N0}."));
        var words = Words(line.Trim().TrimStart('/'));
        if (words.Count == 0)
            return (catalogue.Find(Catalogue.Help), options, null);

        var (command, used, problem) = FindCommand(catalogue, words);
        if (command is null)
            return (null, options, problem);
        foreach (var word in words.Skip(used))
        {
            if (Take(command, options, word, bank) is { } wrong)
                return (command, options, wrong);
        }

        return (command, options, null);
    }

    private static (CommandSpec? Command, int Used, OptionProblem? Problem) FindCommand(CommandCatalogue catalogue, List<string> words)
    {
        var root = words[0].ToLowerInvariant();
        var below = catalogue.Commands.Where(c => c.Root == root).ToList();
        if (below.Count == 0)
        {
            var roots = catalogue.Roots.Select(r => "/" + r).ToList();
            return (null, 0, new OptionProblem(
                $"I do not know {OptionReader.Quote("/" + root)}.{OptionReader.DidYouMean("/" + root, roots)} I know {Say.List(roots)}; /help explains them."));
        }

        if (below is [{ Sub: null } single])
            return (single, 1, null);
        var subs = below.Select(c => c.Sub!).ToList();
        if (words.Count == 1)
            return (null, 0, new OptionProblem($"/{root} needs another word: {Say.List(subs, "or")}. /help {root} explains them."));
        var sub = words[1].ToLowerInvariant();
        return below.Find(c => c.Sub == sub) is { } command
            ? (command, 2, null)
            : (null, 0, new OptionProblem(
                $"/{root} has no {OptionReader.Quote(sub)}.{DidYouMean(root, sub, subs)} It has {Say.List(subs)}. /help {root} explains them.",
                below.Find(c => c.Sub == Engine.Answers.EditDistance.Nearest(sub, subs))));
    }

    private static string DidYouMean(string root, string sub, List<string> subs) =>
        Engine.Answers.EditDistance.Nearest(sub, subs) is { } near ? $" Did you mean /{root} {near}?" : "";

    private static OptionProblem? Take(CommandSpec command, Dictionary<string, string> options, string word, QuestionBank bank)
    {
        if (word.IndexOfAny([':', '=']) is > 0 and var split
            && word[..split].ToLowerInvariant() is var name && name.All(c => char.IsAsciiLetter(c) || c == '-'))
        {
            var named = command.Options.FirstOrDefault(o => o.Name == name);
            if (named is null)
            {
                var names = command.Options.Select(o => o.Name).ToList();
                return new OptionProblem(
                    names.Count == 0 ? $"/{command.Path} takes no options." : $"/{command.Path} has no option {OptionReader.Quote(name)}.{OptionReader.DidYouMean(name, names)}",
                    command);
            }

            return options.TryAdd(name, word[(split + 1)..]) ? null : new OptionProblem($"The option {name} is given twice.", command);
        }

        var left = command.Options.Where(o => !options.ContainsKey(o.Name)).ToList();
        if (left.Count == 0)
            return new OptionProblem($"{OptionReader.Quote(word)} is one word too many for /{command.Path}.", command);
        // A number that is too large for one option is not meant for another. What no option can take goes to the next in turn,
        // whose complaint is the helpful one.
        var takes = left[0].Required ? left[0]
            : int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && left.Find(o => o.Type == OptionType.Number) is { } number ? number
            : left.Find(o => Accepts(command, o, word, bank)) ?? left[0];
        options[takes.Name] = word;
        return null;
    }

    private static bool Accepts(CommandSpec command, OptionSpec option, string word, QuestionBank bank)
    {
        var reader = new OptionReader(command, new Dictionary<string, string> { [option.Name] = word });
        switch (option.Name)
        {
            case "category": reader.Category(bank); break;
            case "time": reader.Time(option.Name); break;
            case "zone": reader.Zone(option.Name); break;
            case "days": reader.Days(option.Name); break;
            case "close-after": reader.CloseAfter(option.Name); break;
            case var _ when option.Type == OptionType.Number: reader.Number(option.Name, 0); break;
            case var _ when option.Choices.Count > 0: reader.Choice(option.Name); break;
        }

        return reader.Problem is null;
    }

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quoted, any) = (false, false);
        foreach (var c in line)
        {
            if (c is '"' or '“' or '”')
            {
                (quoted, any) = (!quoted, true);
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                End();
            }
            else
            {
                word.Append(c);
                any = true;
            }
        }

        End();
        return words;

        void End()
        {
            if (any)
                words.Add(word.ToString());
            word.Clear();
            any = false;
        }
    }
}
