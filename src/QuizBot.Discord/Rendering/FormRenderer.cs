using QuizBot.Chat.Replies;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Rendering;

/// <summary>A form as Discord's modal.</summary>
internal static class FormRenderer
{
    private const int LongestTitle = 45, LongestLabel = 45, LongestPlaceholder = 100, LongestInput = 4_000, LongestIntro = 4_000;
    private const int MostParts = 5;

    public static DiscordModal Render(FormReply form) => new(
        form.Action, Cutting.Short(form.Title, LongestTitle), [.. form.Fields.Select(Input)])
    {
        // On a phone the form covers the question. Discord allows five parts in all.
        Intro = form.Intro is { Length: > 0 } intro && form.Fields.Count < MostParts ? SpanRenderer.Render(intro, LongestIntro) : null,
    };

    private static DiscordTextInput Input(FormField field)
    {
        var most = Math.Clamp(field.MaxLength, 1, LongestInput);
        return new(
            field.Name, Cutting.Short(field.Label, LongestLabel), most,
            field.Value is { } value ? Cutting.Head(value, most) : null,
            field.Placeholder is { } placeholder ? Cutting.Short(placeholder, LongestPlaceholder) : null);
    }
}
