using System.Security.Cryptography;
using System.Text;

namespace QuizBot.Discord.Rendering;

/// <summary>
/// The short mark in a post's footer, by which it is found again: Discord tells a message's nonce only for some minutes.
/// Forty bits of the key's hash, so two posts of one channel never share one in practice.
/// </summary>
internal static class PostMark
{
    // Without letters that are taken for others.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 8;

    public static string Of(string key)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return string.Create(Length + 1, hash, static (mark, bits) =>
        {
            mark[0] = '#';
            for (var i = 1; i < mark.Length; i++, bits >>= 5)
                mark[i] = Alphabet[(int)(bits & 31)];
        });
    }
}
