using System.Globalization;

namespace QuizBot.Testing.Databases;

internal static class PostgreSqlBinaries
{
    /// <summary>The folder of initdb and postgres, the newest version first; null where there is none.</summary>
    public static string? Folder { get; } = Packaged().Concat(OnPath()).FirstOrDefault(IsComplete);

    // Debian and Ubuntu keep the server's programs out of the path.
    private static IEnumerable<string> Packaged() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static int Version(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
