namespace QuizBot.Questions.Packs;

/// <summary>A place in one of the files; line and column count from 1.</summary>
internal readonly record struct FilePlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}";
}
