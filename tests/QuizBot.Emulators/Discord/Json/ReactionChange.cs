using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal sealed record ReactionChange(EmulatedMessage Message, string Emoji, EmulatedUser User, bool Added);
