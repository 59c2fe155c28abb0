namespace QuizBot.Questions.Packs;

/// <summary>Reads a questions folder. It never throws for what the folder holds: what is wrong becomes a fault.</summary>
public static class PackReader
{
    /// <summary>Reads every pack below the folder.</summary>
    public static PackReading Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var scan = FolderScan.Of(folder);
        var headers = scan.Files.Where(f => f.IsHeader).Select(PackHeaderFile.Read).ToList();
        var files = scan.Files.Where(f => !f.IsHeader).Select(CategoryFile.Read).ToList();
        return PackAssembly.Assemble(scan, headers, files);
    }
}
