using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QuizBot.Questions.Packs;

/// <summary>Reads a <c>pack.yaml</c>.</summary>
internal static class PackHeaderFile
{
    /// <summary>The pack as declared; what is at fault is as if it were not written.</summary>
    public static PackDraft Read(FoundFile found)
    {
        var faults = new FaultList(found.Shown);
        var text = YamlFile.Load(found.Path, found.Stamp.Length, faults);
        return Read(text, found.Shown, found.Folder, faults);
    }

    /// <summary>Reads these bytes as if they stood in the file.</summary>
    public static PackDraft Read(string file, string folder, byte[] bytes)
    {
        var faults = new FaultList(file);
        return Read(YamlFile.Of(bytes, faults), file, folder, faults);
    }

    private static PackDraft Read(YamlFile? text, string file, string folder, FaultList faults)
    {
        var pack = PackDraft.OfFolder(folder).Pack;
        if (text is not null && ReadRoot(text, faults) is { } root && KeyedValues.Of(root, "The pack", PackKeys.Pack, faults) is { } values)
        {
            pack = pack with
            {
                Id = values.Id("pack") ?? pack.Id,
                Title = values.Line("title", PackLimits.Title, required: true) ?? pack.Title,
                Licence = values.Line("licence", PackLimits.Licence, required: false),
                Author = values.Line("author", PackLimits.Author, required: false),
                OfficialHosts = Hosts(values, faults),
                CategoryOrder = [.. (values.Lines("categories", PackLimits.Categories, PackLimits.Title) ?? []).Select(c => c.Text)],
            };
        }

        return new PackDraft(pack, new FilePlace(file, 1, 1), faults.ToList());
    }

    private static YamlNode? ReadRoot(YamlFile text, FaultList faults)
    {
        using var reader = text.From(0);
        var events = new YamlEvents(reader, 0, faults);
        YamlNode? root = null;
        try
        {
            while (events.Next() is { } found)
            {
                if (found is not (NodeEvent or AnchorAlias))
                    continue;
                if (root is null)
                    root = events.ReadNode(found);
                else
                {
                    faults.Error(events.At(found.Start), FaultRule.Shape, "A second document begins", "write one, without `---` in between");
                    break;
                }
            }
        }
        catch (YamlException fault)
        {
            events.Refuse(fault);
        }

        if (root is null && faults.Errors == 0)
            faults.Error(Place.Start, FaultRule.EmptyFile, "The file holds nothing but comments", "write it or delete it");
        return root;
    }

    private static string[] Hosts(KeyedValues values, FaultList faults)
    {
        var hosts = values.Lines("official", PackLimits.Hosts, PackLimits.Host) ?? [];
        foreach (var (host, place) in hosts)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
                faults.Error(place, FaultRule.BadHost, $"{TextRules.Quoted(host)} is not a host name", "write it as docs.example.org, without https:// and path");
        }

        return [.. hosts.Select(h => h.Text)];
    }
}
