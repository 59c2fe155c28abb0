using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>Finds the packs' files below a questions folder: each sub-folder a pack, each YAML file in it a category.</summary>
internal sealed class FolderScan
{
    private readonly List<FoundFile> _files = [];
    private readonly List<string> _folders = [];
    private readonly List<PackFault> _faults = [];
    private readonly string _root;

    private FolderScan(string root, string shown) => (_root, Shown) = (root, shown);

    /// <summary>The questions folder, as faults name it.</summary>
    public string Shown { get; }

    /// <summary>The files in a fixed order: by pack, then by name.</summary>
    public IReadOnlyList<FoundFile> Files => _files;

    /// <summary>The packs' folders, as shown.</summary>
    public IReadOnlyList<string> Folders => _folders;

    public IReadOnlyList<PackFault> Faults => _faults;

    /// <summary>False where the questions folder itself is missing or cannot be listed.</summary>
    public bool IsComplete { get; private set; } = true;

    public static FolderScan Of(string root)
    {
        var shown = root.Replace('\\', '/').TrimEnd('/');
        var scan = new FolderScan(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)), shown.Length == 0 ? "/" : shown);
        scan.ReadRoot();
        return scan;
    }

    private void ReadRoot()
    {
        if (!Directory.Exists(_root))
        {
            IsComplete = false;
            Error(Shown, FaultRule.FolderMissing, $"There is no folder {_root}", "create it or name another");
            return;
        }

        foreach (var entry in Entries(_root, Shown) ?? Incomplete())
        {
            var entryShown = $"{Shown}/{entry.Name}";
            if (entry is FileInfo file && IsYaml(file))
                Warning(entryShown, "The file stands in no pack", "move it into a sub-folder; each sub-folder is a pack");
            else if (entry is DirectoryInfo folder && Follow(folder, entryShown) is not null)
                ReadPack(folder, entryShown);
        }
    }

    private void ReadPack(DirectoryInfo folder, string shown)
    {
        _folders.Add(shown);
        var headers = 0;
        foreach (var entry in Entries(folder.FullName, shown) ?? [])
        {
            var entryShown = $"{shown}/{entry.Name}";
            if (entry is DirectoryInfo)
                Warning(entryShown, "A folder inside a pack is not read", "move its files up, or make it a pack of its own");
            else if (entry is FileInfo file && IsYaml(file) && Follow(file, entryShown) is FileInfo target)
            {
                var isHeader = Path.GetFileNameWithoutExtension(file.Name).Equals("pack", StringComparison.OrdinalIgnoreCase);
                if (isHeader && headers++ > 0)
                    Error(entryShown, FaultRule.PackTwice, "The pack is declared twice", "keep one pack.yaml");
                else if (Stamp(target, entryShown) is { } stamp)
                    _files.Add(new FoundFile(file.FullName, entryShown, shown, isHeader, stamp));
            }
        }
    }

    private FileSystemInfo[] Incomplete()
    {
        IsComplete = false;
        return [];
    }

    private FileSystemInfo[]? Entries(string path, string shown)
    {
        try
        {
            // Hidden names are editors' and mounts' own.
            var entries = new DirectoryInfo(path).GetFileSystemInfos().Where(e => e.Name[0] != '.').ToArray();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return entries;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Error(shown, FaultRule.Unreadable, $"The folder cannot be listed: {fault.Message}", "check that the bot's user may read it");
            return null;
        }
    }

    // A mounted ConfigMap is made of links, so links are followed, but not out of the questions folder.
    private FileSystemInfo? Follow(FileSystemInfo entry, string shown)
    {
        if (entry.LinkTarget is null)
            return entry;
        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true);
            if (target is null or { Exists: false })
                Error(shown, FaultRule.Link, "The link leads nowhere", "mend or delete it");
            else if (!target.FullName.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                Error(shown, FaultRule.Link, "The link leads out of the questions folder", "copy the files instead");
            else
                return target;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Error(shown, FaultRule.Link, $"The link cannot be followed: {fault.Message}", "mend or delete it");
        }

        return null;
    }

    // Null where it went away meanwhile.
    private FileStamp? Stamp(FileInfo file, string shown)
    {
        try
        {
            return new FileStamp(file.Length, file.LastWriteTimeUtc);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Error(shown, FaultRule.Unreadable, $"The file cannot be looked at: {fault.Message}", "check that it exists and that the bot's user may read it");
            return null;
        }
    }

    private static bool IsYaml(FileInfo file) =>
        file.Extension.Equals(".yaml", StringComparison.OrdinalIgnoreCase) || file.Extension.Equals(".yml", StringComparison.OrdinalIgnoreCase);

    private void Error(string shown, string rule, string message, string remedy) =>
        _faults.Add(new PackFault(shown, 1, 1, FaultSeverity.Error, rule, message, remedy));

    private void Warning(string shown, string message, string remedy) =>
        _faults.Add(new PackFault(shown, 1, 1, FaultSeverity.Warning, FaultRule.StrayFile, message, remedy));
}
