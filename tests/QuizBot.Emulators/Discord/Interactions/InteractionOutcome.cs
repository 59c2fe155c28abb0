namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>How the bot answered; the numbers are Discord's callback types.</summary>
public enum InteractionOutcome
{
    /// <summary>Not within three seconds: the member reads "This interaction failed".</summary>
    Failed = 0,
    Message = 4,
    Deferred = 5,
    DeferredUpdate = 6,
    Update = 7,
    Choices = 8,
    Modal = 9,
}
