using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord;

/// <summary>Gives files back that were attached to messages.</summary>
internal static class Attachments
{
    public static async Task ServeAsync(HttpContext context, DiscordWorld world, PathString rest)
    {
        EmulatedFile? file;
        lock (world.Gate)
            file = rest.Value?.Split('/') is [_, var id, ..] && Fields.TryParse(id, out var number) ? world.Files.GetValueOrDefault(number) : null;
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = file.ContentType ?? "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
