namespace QuizBot.Questions.Tests;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "QuizBot.sln")))
            folder = folder.Parent;
        return System.IO.Path.Combine(folder!.FullName, relative);
    }
}
