namespace QuizBot.Chat.Messages;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head; short.</param>
/// <param name="IsNumber">Numbers stand at the right.</param>
public sealed record TableColumn(string Title, bool IsNumber = false);
