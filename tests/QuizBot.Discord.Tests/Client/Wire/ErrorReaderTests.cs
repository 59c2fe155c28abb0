using System.Text;
using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Tests.Client.Wire;

public sealed class ErrorReaderTests
{
    [Fact]
    public void Read_InvalidForm_NamesTheFields()
    {
        var failure = ErrorReader.Read(400, """{"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}},"components":{"_errors":[{"code":"X","message":"Too many."}]}}}"""u8);

        Assert.Equal((400, 50035), (failure.Status, failure.Code));
        Assert.Equal("Invalid Form Body: embeds[0].title: Must be 256 or fewer in length.; components: Too many.", failure.Message);
    }

    [Fact]
    public void Read_ManyFields_NamesThree()
    {
        var errors = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{{(char)34}}f{{i}}{{(char)34}}:{"_errors":[{"message":"No."}]}"""));

        Assert.Equal("Bad: f0: No.; f1: No.; f2: No.", ErrorReader.Read(400, Encoding.UTF8.GetBytes($$$"""{"message":"Bad","code":50035,"errors":{{{{errors}}}}}""")).Message);
    }

    [Theory]
    [InlineData("<html>502</html>")]
    [InlineData("")]
    [InlineData("""{"code":{}}""")]
    [InlineData("""{"message":"x""")]
    public void Read_NotDiscordsJson_SaysTheStatus(string body) =>
        Assert.Equal("502 Bad Gateway", ErrorReader.Read(502, Encoding.UTF8.GetBytes(body)).ToString());

    [Fact]
    public void Read_LongMessageOfManyLines_BecomesAShortLine()
    {
        var message = ErrorReader.Read(400, Encoding.UTF8.GetBytes($$"""{"message":"a\nb{{new string('x', 5000)}}","code":1}""")).Message;

        Assert.StartsWith("a bx", message, StringComparison.Ordinal);
        Assert.Equal(301, message.Length);
    }
}
