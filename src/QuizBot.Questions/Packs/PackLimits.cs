namespace QuizBot.Questions.Packs;

/// <summary>Sizes, in UTF-16 characters, of what stands around the questions; the questions' own are the engine's.</summary>
internal static class PackLimits
{
    /// <summary>A title of a pack, category or topic; a category's is an option of a command, at most 100 on Discord.</summary>
    public const int Title = 100;

    public const int SourceTitle = 200;
    public const int Url = 500;
    public const int Licence = 100;
    public const int Author = 100;
    public const int Host = 253;

    /// <summary>Spellings of a typed answer, and near misses.</summary>
    public const int Spellings = 50;

    public const int Hosts = 50;
    public const int Categories = 1_000;
}
