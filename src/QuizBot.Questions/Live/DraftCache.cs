using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Live;

/// <summary>What each file held when it was last read, so that a reload reads only what changed.</summary>
internal sealed class DraftCache
{
    private readonly Dictionary<string, (FileStamp Stamp, PackDraft Draft)> _headers = [];
    private readonly Dictionary<string, (FileStamp Stamp, FileDraft Draft)> _files = [];

    /// <summary>Brings the drafts up to the scan.</summary>
    /// <param name="scan">The files there are.</param>
    /// <param name="touched">Paths to read although their stamp may be the same.</param>
    /// <returns>Whether anything was read or forgotten.</returns>
    public bool Update(FolderScan scan, IReadOnlySet<string> touched)
    {
        var changed = Forget(scan);
        foreach (var found in scan.Files)
        {
            if (found.IsHeader && IsStale(_headers, found, touched))
            {
                var draft = PackHeaderFile.Read(found);
                // A pack.yaml that broke keeps what it said.
                if (draft.Faults.Count > 0 && _headers.TryGetValue(found.Shown, out var last))
                    draft = draft with { Pack = last.Draft.Pack };
                _headers[found.Shown] = (found.Stamp, draft);
                changed = true;
            }
            else if (!found.IsHeader && IsStale(_files, found, touched))
            {
                _files[found.Shown] = (found.Stamp, CategoryFile.Read(found));
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>The pack headers in the scan's order.</summary>
    public IReadOnlyList<PackDraft> Headers(FolderScan scan) => [.. scan.Files.Where(f => f.IsHeader).Select(f => _headers[f.Shown].Draft)];

    /// <summary>The category files in the scan's order.</summary>
    public IReadOnlyList<FileDraft> Files(FolderScan scan) => [.. scan.Files.Where(f => !f.IsHeader).Select(f => _files[f.Shown].Draft)];

    private bool Forget(FolderScan scan)
    {
        var present = scan.Files.Select(f => f.Shown).ToHashSet();
        var gone = _headers.Keys.Concat(_files.Keys).Where(shown => !present.Contains(shown)).ToList();
        foreach (var shown in gone)
        {
            _headers.Remove(shown);
            _files.Remove(shown);
        }

        return gone.Count > 0;
    }

    private static bool IsStale<T>(Dictionary<string, (FileStamp Stamp, T Draft)> known, FoundFile found, IReadOnlySet<string> touched) =>
        !known.TryGetValue(found.Shown, out var last) || last.Stamp != found.Stamp || touched.Contains(found.Path);
}
