namespace QuizBot.Emulators.Control;

/// <summary>The request cannot be done as it stands; the message says how it can.</summary>
public sealed class ControlException(string message) : Exception(message);
