namespace QuizBot.Emulators.Discord.World;

/// <summary>Discord's message types, as far as the emulator knows them.</summary>
public enum MessageKind
{
    Default = 0,
    ThreadCreated = 18,
    Reply = 19,
    Command = 20,
    ThreadStarter = 21,
}
