namespace QuizBot.Questions.Packs;

/// <summary>A YAML file in a pack's folder.</summary>
/// <param name="Path">Where to read it.</param>
/// <param name="Shown">How faults name it: as reached from where the reader was pointed, with <c>/</c>.</param>
/// <param name="Folder">The pack's folder, named the same way.</param>
/// <param name="IsHeader">It is the <c>pack.yaml</c>.</param>
/// <param name="Stamp">As it was when found.</param>
internal sealed record FoundFile(string Path, string Shown, string Folder, bool IsHeader, FileStamp Stamp);
