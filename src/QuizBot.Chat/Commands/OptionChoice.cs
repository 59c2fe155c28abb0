namespace QuizBot.Chat.Commands;

/// <summary>A value of an option.</summary>
/// <param name="Value">What is sent; at most 100 characters.</param>
/// <param name="Label">What is read; at most 100 characters.</param>
public sealed record OptionChoice(string Value, string Label);
