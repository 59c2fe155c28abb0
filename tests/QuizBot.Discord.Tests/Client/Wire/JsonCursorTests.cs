using System.Text.Json;
using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class JsonCursorTests
{
    [Fact]
    public void NextField_ValuesOfAllKindsUnread_PassesOverThem()
    {
        var cursor = new JsonCursor("""{"a":{"b":[1,{"id":"3"}]},"c":"x","d":null,"e":[[]],"id":"7","f":{}}"""u8);
        ulong id = 0;
        var fields = 0;

        Assert.True(cursor.EnterObject());
        while (cursor.NextField())
        {
            fields++;
            if (cursor.Is("id"u8))
                id = cursor.Id();
        }

        Assert.Equal((7ul, 6), (id, fields));
        cursor.End();
    }

    [Fact]
    public void NextItem_ItemsUnread_PassesOverThem()
    {
        var cursor = new JsonCursor("""[1,{"a":[2]},[3,[4]],"x",null]"""u8);
        var items = 0;

        Assert.True(cursor.EnterArray());
        while (cursor.NextItem())
            items++;

        Assert.Equal(5, items);
        cursor.End();
    }

    [Theory]
    [InlineData("\"18446744073709551615\"", ulong.MaxValue)]
    [InlineData("\"1\"", 1ul)]
    public void Id_DigitsInAString_IsRead(string json, ulong id)
    {
        var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal(id, cursor.Id());
    }

    [Theory]
    [InlineData("\"18446744073709551616\"")]
    [InlineData("\"99999999999999999999999999999999\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1x\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"\"")]
    [InlineData("\"0\"")]
    [InlineData("\"\\u0031\"")]
    [InlineData("1")]
    [InlineData("1e400")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Id_AnythingElse_IsRefused(string json)
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json));
            cursor.Id();
        });
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1e300")]
    [InlineData("\"5\"")]
    public void Int_NotThirtyTwoBits_IsRefused(string json)
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json));
            cursor.Int();
        });
    }

    [Fact]
    public void Int_WrittenAsAFraction_IsRead()
    {
        var cursor = new JsonCursor("5.0"u8);
        Assert.Equal(5, cursor.Int());
    }

    [Fact]
    public void Text_InvalidUtf8OrLoneSurrogate_IsRefused()
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            var cursor = new JsonCursor([(byte)'"', 0xC3, 0x28, (byte)'"']);
            cursor.Text();
        });
        Assert.ThrowsAny<JsonException>(() =>
        {
            var cursor = new JsonCursor("\"\\ud800\""u8);
            cursor.Text();
        });
    }

    [Theory]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    public void End_SomethingFollows_IsRefused(string json)
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json));
            cursor.End();
        });
    }
}
