using QuizBot.Chat.Events;

namespace QuizBot.Chat.Messages;

/// <summary>A button.</summary>
/// <param name="Action">Comes back with <see cref="ButtonPressed"/>; at most 100 characters (Discord's custom_id).</param>
/// <param name="Label">At most 75 characters (Slack; Discord allows 80); longer ones are cut with an ellipsis by the adapter.</param>
/// <param name="IsMain">True for the one most people want.</param>
public sealed record ChatButton(string Action, string Label, bool IsMain = false);
