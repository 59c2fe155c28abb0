using System.Text;

namespace QuizBot.Questions.Tests;

/// <summary>A questions folder of its own for one test.</summary>
internal sealed class QuestionsFolderOnDisk : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("quizbot-questions-").FullName;

    public string Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public string Write(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
