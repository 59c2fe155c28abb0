namespace QuizBot.Slack.Seam;

/// <summary>A button or menu (<c>block_actions</c>), one event an action.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="Message">The message's ts, or null where it is on a view.</param>
/// <param name="OnEphemeral">Whether only this member sees that message.</param>
/// <param name="ViewId">The view it is on, or null.</param>
/// <param name="ActionId">The element's id.</param>
/// <param name="Value">The button's value or the option chosen; not to be trusted.</param>
/// <param name="ActionTs">When, in seconds with six decimals.</param>
public sealed record ActionTaken(
    string Id, string Team, InteractionOrigin Origin, string? Message, bool OnEphemeral, string? ViewId, string ActionId, string Value, string ActionTs)
    : SlackEvent(Id, Team);
