using System.Text;
using QuizBot.Slack.Client.Http;

namespace QuizBot.Slack.Tests.Client.Http;

public sealed class SignatureTests
{
    // The worked example on Slack's page on verifying requests.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5", Timestamp = "1531420618", Right = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly byte[] Body = Encoding.ASCII.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void Signature_OfSlacksOwnExample_IsRight()
    {
        Assert.True(Signature.TryRead(Right, Timestamp, Then, out var signature));
        Assert.True(signature.IsOf(Encoding.UTF8.GetBytes(Secret), Timestamp, Body));
    }

    [Fact]
    public void Signature_WithAnythingChanged_IsWrong()
    {
        Assert.True(Signature.TryRead(Right, Timestamp, Then, out var signature));
        for (var i = 0; i < Body.Length; i += 7)
        {
            var other = (byte[])Body.Clone();
            other[i] ^= 1;
            Assert.False(signature.IsOf(Encoding.UTF8.GetBytes(Secret), Timestamp, other));
        }

        Assert.False(signature.IsOf("another"u8, Timestamp, Body));
        Assert.False(signature.IsOf(Encoding.UTF8.GetBytes(Secret), "1531420619", Body));
        for (var i = 3; i < Right.Length; i++)
        {
            var other = Right.ToCharArray();
            other[i] = other[i] == '0' ? '1' : '0';
            Assert.True(Signature.TryRead(new string(other), Timestamp, Then, out signature));
            Assert.False(signature.IsOf(Encoding.UTF8.GetBytes(Secret), Timestamp, Body));
        }
    }

    [Theory]
    [InlineData(null, Timestamp)]
    [InlineData("", Timestamp)]
    [InlineData("v0=", Timestamp)]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Timestamp)]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5zz", Timestamp)]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300", Timestamp)]
    [InlineData(Right, null)]
    [InlineData(Right, "")]
    [InlineData(Right, "now")]
    [InlineData(Right, "+1531420618")]
    [InlineData(Right, " 1531420618")]
    [InlineData(Right, "1531420618.0")]
    [InlineData(Right, "999999999999")]
    [InlineData(Right, "99999999999999999999")]
    public void Headers_NotOfTheForm_AreNoSignature(string? header, string? timestamp) => Assert.False(Signature.TryRead(header, timestamp, Then, out _));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Timestamp_MoreThanFiveMinutesOff_IsNoSignature(int seconds, bool isOne) =>
        Assert.Equal(isOne, Signature.TryRead(Right, Timestamp, Then.AddSeconds(seconds), out _));
}
