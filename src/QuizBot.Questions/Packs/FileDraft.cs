using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>What one category file holds by itself, before it is compared with the others.</summary>
/// <param name="File">The file, as shown.</param>
/// <param name="Folder">The pack's folder, as shown.</param>
/// <param name="Category">What it declares, or null where that is at fault; then its questions have no place.</param>
/// <param name="Questions">Its faultless questions.</param>
/// <param name="Faults">What is wrong with the rest.</param>
internal sealed record FileDraft(
    string File, string Folder, CategoryDraft? Category, IReadOnlyList<PlacedQuestion> Questions, IReadOnlyList<PackFault> Faults);
