using System.Diagnostics;
using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Writes first answers to interactions.</summary>
internal static class AnswerWriter
{
    private const int Message = 4, DeferMessage = 5, DeferUpdate = 6, Update = 7, Completions = 8, Modal = 9;

    public static byte[] Write(InteractionAnswer answer) => JsonBytes.Write(answer, static (writer, answer) =>
    {
        writer.WriteStartObject();
        switch (answer)
        {
            case InteractionAnswer.Message message:
                Begin(writer, Message);
                MessageWriter.WriteNewInteraction(writer, message.Content);
                writer.WriteEndObject();
                break;
            case InteractionAnswer.DeferMessage { Ephemeral: false }:
                writer.WriteNumber("type"u8, DeferMessage);
                break;
            case InteractionAnswer.DeferMessage:
                Begin(writer, DeferMessage);
                writer.WriteNumber("flags"u8, 1 << 6);
                writer.WriteEndObject();
                break;
            case InteractionAnswer.DeferUpdate:
                writer.WriteNumber("type"u8, DeferUpdate);
                break;
            case InteractionAnswer.Update update:
                Begin(writer, Update);
                MessageWriter.WriteWhole(writer, update.Content);
                writer.WriteEndObject();
                break;
            case InteractionAnswer.Completions completions:
                Begin(writer, Completions);
                CommandWriter.WriteChoices(writer, completions.Choices);
                writer.WriteEndObject();
                break;
            case InteractionAnswer.Modal modal:
                Begin(writer, Modal);
                WriteForm(writer, modal.Form);
                writer.WriteEndObject();
                break;
            default:
                throw new UnreachableException();
        }

        writer.WriteEndObject();
    });

    private static void Begin(Utf8JsonWriter writer, int type)
    {
        writer.WriteNumber("type"u8, type);
        writer.WriteStartObject("data"u8);
    }

    /// <summary>Inputs in labels (18): rows are deprecated in forms.</summary>
    private static void WriteForm(Utf8JsonWriter writer, DiscordModal form)
    {
        writer.WriteString("custom_id"u8, form.CustomId);
        writer.WriteString("title"u8, form.Title);
        writer.WriteStartArray("components"u8);
        if (!string.IsNullOrEmpty(form.Intro))
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, 10);
            writer.WriteString("content"u8, form.Intro);
            writer.WriteEndObject();
        }

        foreach (var input in form.Inputs)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, 18);
            writer.WriteString("label"u8, input.Label);
            writer.WriteStartObject("component"u8);
            writer.WriteNumber("type"u8, 4);
            writer.WriteString("custom_id"u8, input.CustomId);
            // A line for what fits on one, else a paragraph.
            writer.WriteNumber("style"u8, input.MaxLength <= 100 ? 1 : 2);
            writer.WriteNumber("max_length"u8, input.MaxLength);
            if (!string.IsNullOrEmpty(input.Value))
                writer.WriteString("value"u8, input.Value);
            if (!string.IsNullOrEmpty(input.Placeholder))
                writer.WriteString("placeholder"u8, input.Placeholder);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
