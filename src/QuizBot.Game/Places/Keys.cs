using System.Security.Cryptography;
using System.Text;
using QuizBot.Chat;

namespace QuizBot.Game.Places;

internal static class Keys
{
    /// <summary>16 hexadecimal digits that nobody can guess and no other database has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>16 hexadecimal digits that are the channel's each time, for what it gets once.</summary>
    public static string Of(ChannelRef channel) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{channel.Platform}/{channel.Workspace.Id}/{channel.Id}")).AsSpan(0, 8));

    public static int NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
