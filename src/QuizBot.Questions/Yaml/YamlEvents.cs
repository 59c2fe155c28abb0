using QuizBot.Questions.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QuizBot.Questions.Yaml;

/// <summary>Pulls the events of a stream, and turns them into nodes where asked.</summary>
/// <param name="text">The text, or what is left of it.</param>
/// <param name="linesBefore">How many lines of the file stand before it.</param>
/// <param name="faults">Where tags and aliases are refused.</param>
internal sealed class YamlEvents(TextReader text, int linesBefore, FaultList faults)
{
    // A question is three deep; the scanner's cost grows with depth, so a bomb of brackets must stop early.
    private const int Deepest = 8;
    private readonly Parser _parser = new(text);
    private Mark _reached = Mark.Empty;

    /// <summary>The next event, or null at the end.</summary>
    /// <exception cref="YamlException">The text is not YAML from here on.</exception>
    public ParsingEvent? Next()
    {
        try
        {
            if (!_parser.MoveNext())
                return null;
        }
        catch (InvalidOperationException fault)
        {
            // So the parser reports some malformed streams.
            throw new YamlException(_reached, _reached, "The text is not complete YAML.", fault);
        }

        var found = _parser.Current!;
        _reached = found.End;
        return found;
    }

    /// <summary>The place of a mark in the file.</summary>
    public Place At(Mark mark) => Place.Of(mark, linesBefore);

    /// <summary>Reads the node that begins with this event, to its end.</summary>
    public YamlNode ReadNode(ParsingEvent first, int depth = 0)
    {
        if (depth > Deepest)
            throw new SemanticErrorException(first.Start, first.End, $"Values are nested more than {Deepest} deep.");
        var place = At(first.Start);
        if (first is NodeEvent node)
            RefuseProperties(node, place);
        switch (first)
        {
            case Scalar scalar:
                return new YamlText(place, scalar.Value);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (Inside() is var item and not SequenceEnd)
                    items.Add(ReadNode(item, depth + 1));
                return new YamlList(place, items);
            case MappingStart:
                var entries = new List<(YamlText, YamlNode)>();
                while (Inside() is var key and not MappingEnd)
                {
                    var keyNode = ReadNode(key, depth + 1);
                    var value = ReadNode(Inside(), depth + 1);
                    if (keyNode is YamlText word)
                        entries.Add((word, value));
                    else
                        faults.Error(keyNode.Place, FaultRule.Shape, "A key is not a word", "write `key: value`; quote a text that begins with [ or {");
                }

                return new YamlMap(place, entries);
            default:
                faults.Error(place, FaultRule.Alias, "An alias is not allowed", "write the value out; quote a text that begins with *");
                return new YamlText(place, "");
        }
    }

    /// <summary>The next event where the stream cannot be over.</summary>
    public ParsingEvent Inside() => Next() ?? throw new SyntaxErrorException(_reached, _reached, "The text ends in the middle of a value.");

    /// <summary>Names the place from which on the text is not YAML.</summary>
    public void Refuse(YamlException fault) =>
        faults.Error(At(fault.Start), FaultRule.Yaml, fault.Message.TrimEnd('.'), "check the indentation; quote a text that holds `: ` or ` #`");

    /// <summary>Nothing is ever constructed from a file, and nothing stands for something else.</summary>
    public void RefuseProperties(NodeEvent node, Place place)
    {
        if (!node.Tag.IsEmpty)
            faults.Error(place, FaultRule.Tag, "A YAML tag is not allowed", "delete it; quote a text that begins with !");
        if (!node.Anchor.IsEmpty)
            faults.Error(place, FaultRule.Alias, "An anchor is not allowed", "delete it; quote a text that begins with &");
    }
}
