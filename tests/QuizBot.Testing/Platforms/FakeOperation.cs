namespace QuizBot.Testing.Platforms;

/// <summary>What the bot asks of a platform.</summary>
public enum FakeOperation
{
    Post,
    FindPost,
    Edit,
    AddReactions,
    RemoveReaction,
    ListReactions,
    OpenThread,
    TellMember,
    CheckChannel,
    FindMember,
}
