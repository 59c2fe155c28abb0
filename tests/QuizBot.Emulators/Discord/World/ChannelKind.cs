namespace QuizBot.Emulators.Discord.World;

/// <summary>Discord's channel types, as far as the emulator knows them.</summary>
public enum ChannelKind
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    Forum = 15,
}
