using System.Security.Cryptography;

namespace QuizBot.Game.Places;

internal static class Keys
{
    /// <summary>16 hexadecimal digits that nobody can guess and no other database has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public static int NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
