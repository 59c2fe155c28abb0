using QuizBot.Chat;

namespace QuizBot.Playground.World;

/// <summary>A made-up member.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="Name">One word, so that it can be written after an @.</param>
/// <param name="Colour">Of the avatar; white letters on it have a contrast of 4.5 or more.</param>
/// <param name="MayManage">Whether commands for managers are theirs.</param>
/// <param name="IsBot">Whether it is a bot.</param>
internal sealed record Person(string Id, string Name, string Colour, bool MayManage = false, bool IsBot = false)
{
    public ChatMember AsMember { get; } = new(Id, Name, IsBot, MayManage);
}
