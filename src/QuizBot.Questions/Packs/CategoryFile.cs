using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QuizBot.Questions.Packs;

/// <summary>
/// Reads one category file. Questions are taken from the stream one by one, so that a large file costs no tree, and a
/// question that is not YAML costs itself alone: reading goes on at the next list item in its column.
/// </summary>
internal sealed class CategoryFile
{
    // A file with more broken questions is no pack.
    private const int MostRestarts = 200;

    private readonly string _file;
    private readonly string _folder;
    private readonly FaultList _faults;
    private readonly Dictionary<string, (YamlText Key, YamlNode Value)> _header = [];
    private readonly List<PlacedQuestion> _questions = [];
    private YamlText? _questionsKey;
    private (int Line, int Column)? _item;

    private CategoryFile(string file, string folder)
    {
        (_file, _folder) = (file, folder);
        _faults = new FaultList(file);
    }

    /// <summary>Reads the file; whatever it holds, the outcome is a draft.</summary>
    public static FileDraft Read(FoundFile found)
    {
        var reading = new CategoryFile(found.Shown, found.Folder);
        return YamlFile.Load(found.Path, found.Stamp.Length, reading._faults) is { } text ? reading.Read(text) : reading.Draft(null);
    }

    /// <summary>Reads these bytes as if they stood in the file.</summary>
    public static FileDraft Read(string file, string folder, byte[] bytes)
    {
        var reading = new CategoryFile(file, folder);
        return YamlFile.Of(bytes, reading._faults) is { } text ? reading.Read(text) : reading.Draft(null);
    }

    private FileDraft Read(YamlFile text)
    {
        (int Offset, int LinesBefore)? start = (0, 0);
        for (var restarts = 0; start is { } from && restarts <= MostRestarts; restarts++)
        {
            using var reader = text.From(from.Offset);
            var events = new YamlEvents(reader, from.LinesBefore, _faults);
            try
            {
                if (restarts == 0)
                    ReadFile(events);
                else
                    ReadRest(events);
                start = null;
            }
            catch (YamlException fault)
            {
                events.Refuse(fault);
                start = _item is { } item ? text.NextItem(from, item.Line, item.Column) : null;
            }
        }

        if (start is { } unread)
            _faults.Error(new Place(unread.LinesBefore + 1, 1), FaultRule.TooManyFaults, "The file is not read from here on", "mend what is named above first");

        // Of a file that is something else, one fault says enough.
        return Draft(_header.Count == 0 && _faults.Errors > 0 ? null : CategoryReading.Read(_header, _file, _faults));
    }

    private FileDraft Draft(CategoryDraft? category) => new(_file, _folder, category, _questions, _faults.ToList());

    private void ReadFile(YamlEvents events)
    {
        if (Root(events) is not { } root || root is Scalar { Value: "" })
        {
            _faults.Error(Place.Start, FaultRule.EmptyFile, "The file holds nothing but comments", "write it or delete it");
            return;
        }

        if (root is not MappingStart)
        {
            _faults.Error(events.At(root.Start), FaultRule.Shape, "The file does not begin with keys", "begin with `category: …`");
            return;
        }

        events.RefuseProperties((NodeEvent)root, events.At(root.Start));
        while (events.Inside() is var keyEvent and not MappingEnd)
        {
            var keyNode = events.ReadNode(keyEvent);
            var first = events.Inside();
            if (keyNode is not YamlText key)
            {
                _faults.Error(keyNode.Place, FaultRule.Shape, "A key is not a word", "write `key: value`");
                events.ReadNode(first);
            }
            else if (key.Text == "questions" && _questionsKey is null && first is SequenceStart list)
            {
                _questionsKey = key;
                ReadQuestions(events, list);
            }
            else if (KeyedValues.KnownKey(key, PackKeys.Category, IsSecond(key), _faults))
                KeepHeader(key, events.ReadNode(first));
            else
                events.ReadNode(first);
        }

        RefuseMore(events);
    }

    // What is left after a question that is not YAML: list items, as they would stand below `questions:`.
    private void ReadRest(YamlEvents events)
    {
        if (Root(events) is SequenceStart list)
            ReadQuestions(events, list);
        RefuseMore(events);
    }

    private void ReadQuestions(YamlEvents events, SequenceStart list)
    {
        events.RefuseProperties(list, events.At(list.Start));
        var column = (int)list.Start.Column;
        while (events.Inside() is var item and not SequenceEnd)
        {
            var place = events.At(item.Start);
            _item = (place.Line, column);
            var errorsBefore = _faults.Errors;
            var question = QuestionReading.Read(events.ReadNode(item), _file, _faults);
            if (question is not null && _faults.Errors == errorsBefore)
                _questions.Add(question);
        }

        _item = null;
    }

    private void KeepHeader(YamlText key, YamlNode value)
    {
        if (key.Text == "questions")
        {
            _questionsKey = key;
            _faults.Error(value.Place, FaultRule.Shape, "`questions` is not a list", "begin each question with `- id: …`");
        }
        else
            _header.Add(key.Text, (key, value));
    }

    private bool IsSecond(YamlText key) => key.Text == "questions" ? _questionsKey is not null : _header.ContainsKey(key.Text);

    private static ParsingEvent? Root(YamlEvents events)
    {
        while (events.Next() is { } found)
        {
            if (found is NodeEvent or AnchorAlias)
                return found;
        }

        return null;
    }

    private void RefuseMore(YamlEvents events)
    {
        while (events.Next() is { } found)
        {
            if (found is not DocumentStart)
                continue;
            _faults.Error(events.At(found.Start), FaultRule.Shape, "A second document begins", "write one category a file, without `---` in between");
            return;
        }
    }
}
