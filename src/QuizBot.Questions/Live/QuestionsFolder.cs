namespace QuizBot.Questions.Live;

/// <summary>Where the questions folder is looked for.</summary>
internal static class QuestionsFolder
{
    /// <summary>The places a setting may mean, the first that exists first.</summary>
    public static IReadOnlyList<string> Candidates(string path, string contentRoot) =>
        new[] { contentRoot, AppContext.BaseDirectory }
            .Select(root => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Path.GetFullPath(root))))
            .Distinct()
            .OrderBy(folder => Directory.Exists(folder) ? 0 : 1)
            .ToList();
}
