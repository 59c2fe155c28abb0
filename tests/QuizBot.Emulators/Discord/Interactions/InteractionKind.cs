namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>What a member did.</summary>
public enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}
