using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Packs;

/// <summary>The values of one map by key, each checked as it is asked for.</summary>
internal sealed class KeyedValues
{
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly FaultList _faults;
    private readonly string _what;

    private KeyedValues(YamlMap map, string what, string[] keys, FaultList faults)
    {
        (Place, _what, _faults) = (map.Place, what, faults);
        foreach (var (key, value) in map.Entries)
        {
            if (KnownKey(key, keys, _values.ContainsKey(key.Text), faults))
                _values.Add(key.Text, value);
        }
    }

    public Place Place { get; }

    /// <summary>The map's values, or null with a fault where the node is no map.</summary>
    public static KeyedValues? Of(YamlNode node, string what, string[] keys, FaultList faults)
    {
        if (node is YamlMap map)
            return new KeyedValues(map, what, keys, faults);
        faults.Error(node.Place, FaultRule.Shape, $"{what} is not a set of keys", $"write its keys, such as `{keys[0]}: …`");
        return null;
    }

    /// <summary>Whether a key may stand here; a fault where not.</summary>
    public static bool KnownKey(YamlText key, string[] keys, bool isSecond, FaultList faults)
    {
        var shown = TextRules.Quoted(key.Text);
        if (!keys.Contains(key.Text))
            faults.Error(key.Place, FaultRule.UnknownKey, $"{shown} is not a key here", Nearest(key.Text, keys, faults));
        else if (isSecond)
            faults.Error(key.Place, FaultRule.DuplicateKey, $"{shown} stands here twice", "keep one of them");
        else
            return true;
        return false;
    }

    public YamlNode? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>The key's text of one line, trimmed; null where it is missing or refused.</summary>
    public string? Line(string key, int limit, bool required)
    {
        if (Text(key, limit, required) is not { } text)
            return null;
        return IsOneLine(text, key, _values[key].Place) ? text : null;
    }

    /// <summary>The key's text, trimmed (code only at its end); null where it is missing or refused.</summary>
    public string? Text(string key, int limit, bool required, bool keepIndent = false)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            if (required)
                _faults.Error(Place, FaultRule.Missing, $"{_what} has no `{key}`", $"add `{key}: …`");
            return null;
        }

        var text = Checked(node, key, limit, keepIndent);
        return text is "" ? Empty(node, key) : text;
    }

    /// <summary>An id; null where it is missing or refused.</summary>
    public string? Id(string key)
    {
        if (Line(key, QuestionLimits.Id, required: true) is not { } id)
            return null;
        if (PackIds.IsId(id))
            return id;
        _faults.Error(_values[key].Place, FaultRule.BadId, $"{TextRules.Quoted(id)} is not an id", "use lower-case letters, digits and hyphens, in parts divided by dots");
        return null;
    }

    /// <summary>One of a few words; null where it is missing or another.</summary>
    public T? Word<T>(string key, (string Word, T Value)[] words)
        where T : struct
    {
        if (Line(key, int.MaxValue, required: true) is not { } text)
            return null;
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }

        _faults.Error(_values[key].Place, FaultRule.UnknownWord, $"`{key}` cannot be {TextRules.Quoted(text)}", Nearest(text, [.. words.Select(w => w.Word)], _faults));
        return null;
    }

    /// <summary>A list of texts of one line each; null where it is missing, or one of them is refused.</summary>
    public IReadOnlyList<(string Text, Place Place)>? Lines(string key, int most, int limit)
    {
        if (!_values.TryGetValue(key, out var node))
            return null;
        if (node is not YamlList list)
        {
            _faults.Error(node.Place, FaultRule.Shape, $"`{key}` is not a list", "write it as [one, two] or as lines that begin with `- `");
            return null;
        }

        if (list.Items.Count > most)
        {
            _faults.Error(node.Place, FaultRule.WrongCount, $"`{key}` has {list.Items.Count} entries, the most is {most}", "keep the best");
            return null;
        }

        var lines = new List<(string, Place)>(list.Items.Count);
        foreach (var item in list.Items)
        {
            var text = Checked(item, key, limit, keepIndent: false);
            if (text is "")
                Empty(item, key);
            else if (text is not null && IsOneLine(text, key, item.Place))
                lines.Add((text, item.Place));
        }

        return lines.Count == list.Items.Count ? lines : null;
    }

    private static string Nearest(string word, string[] among, FaultList faults) =>
        !faults.IsFull && EditDistance.Nearest(word, among) is { } near ? $"did you mean `{near}`?" : $"use one of {string.Join(", ", among)}";

    private string? Checked(YamlNode node, string key, int limit, bool keepIndent)
    {
        if (node is not YamlText { Text: var raw })
        {
            _faults.Error(node.Place, FaultRule.Shape, $"`{key}` is not a text", "quote a text that begins with [ or {, or that holds `: `");
            return null;
        }

        var text = keepIndent ? raw.TrimEnd() : raw.Trim();
        if (text.Length > limit)
        {
            _faults.Error(node.Place, FaultRule.TooLong, $"`{key}` has {text.Length} characters, the most is {limit}", "shorten it");
            return null;
        }

        return TextRules.Accepts(text, key, node.Place, _faults) ? text : null;
    }

    private string? Empty(YamlNode node, string key)
    {
        _faults.Error(node.Place, FaultRule.Missing, $"`{key}` is empty", "write it or leave the key out");
        return null;
    }

    private bool IsOneLine(string text, string key, Place place)
    {
        if (!text.Contains('\n'))
            return true;
        _faults.Error(place, FaultRule.OneLine, $"`{key}` has several lines", "write it in one");
        return false;
    }
}
