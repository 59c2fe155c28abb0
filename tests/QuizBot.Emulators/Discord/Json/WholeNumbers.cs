using System.Text.Json;

namespace QuizBot.Emulators.Discord.Json;

internal static class WholeNumbers
{
    /// <summary>Whether it is a whole number; <see cref="JsonElement.TryGetInt32"/> throws at what is no number at all.</summary>
    public static bool IsWhole(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }
}
