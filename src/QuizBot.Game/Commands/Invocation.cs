using QuizBot.Chat;
using QuizBot.Chat.Commands;

namespace QuizBot.Game.Commands;

/// <summary>A command as a member used it.</summary>
/// <param name="Command">Its shape.</param>
/// <param name="Channel">Where.</param>
/// <param name="Member">Who.</param>
/// <param name="Options">Its options, unread.</param>
internal sealed record Invocation(CommandSpec Command, ChannelRef Channel, ChatMember Member, OptionReader Options);
