using QuizBot.Chat.Events;

namespace QuizBot.Chat.Replies;

/// <summary>Opens a form; only in reply to a command or a button, and at once: neither platform lets a deferred reply open one.</summary>
/// <param name="Title">At most 24 characters (Slack's view title; Discord allows 45).</param>
/// <param name="Action">Comes back with <see cref="FormSubmitted"/>; at most 100 characters (Discord's custom_id).</param>
/// <param name="Fields">1 to 5.</param>
/// <param name="Intro">What is asked, above the fields; or null.</param>
public sealed record FormReply(string Title, string Action, IReadOnlyList<FormField> Fields, string? Intro = null) : ChatReply;
