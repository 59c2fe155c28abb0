using QuizBot.Chat.Commands;

namespace QuizBot.Playground.Protocol;

/// <summary>Whether the bot is there, and its commands.</summary>
internal sealed record WireBot(bool Online, IReadOnlyList<CommandSpec> Commands);
