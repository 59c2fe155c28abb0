namespace QuizBot.Questions.Packs;

/// <summary>A folder of categories.</summary>
/// <param name="Id">From <c>pack.yaml</c>, else the folder's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Folder">The folder, as reached from where the reader was pointed.</param>
/// <param name="Licence">The licence of questions that name none, or null.</param>
/// <param name="Author">The author of questions that name none, or null.</param>
/// <param name="OfficialHosts">The hosts that sources are expected on; empty where any will do.</param>
/// <param name="CategoryOrder">The ids of the categories that come first, in order.</param>
public sealed record Pack(
    string Id, string Title, string Folder, string? Licence, string? Author, IReadOnlyList<string> OfficialHosts,
    IReadOnlyList<string> CategoryOrder);
