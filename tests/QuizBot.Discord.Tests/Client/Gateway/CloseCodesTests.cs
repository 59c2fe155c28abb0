using QuizBot.Discord.Client.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(0, EndKind.Resume)]
    [InlineData(1000, EndKind.Resume)]
    [InlineData(1001, EndKind.Resume)]
    [InlineData(1006, EndKind.Resume)]
    [InlineData(4000, EndKind.Resume)]
    [InlineData(4001, EndKind.Resume)]
    [InlineData(4002, EndKind.Resume)]
    [InlineData(4003, EndKind.Resume)]
    [InlineData(4004, EndKind.Refused)]
    [InlineData(4005, EndKind.Resume)]
    [InlineData(4007, EndKind.NewSession)]
    [InlineData(4008, EndKind.Resume)]
    [InlineData(4009, EndKind.NewSession)]
    [InlineData(4010, EndKind.Refused)]
    [InlineData(4011, EndKind.Refused)]
    [InlineData(4012, EndKind.Refused)]
    [InlineData(4013, EndKind.Refused)]
    [InlineData(4014, EndKind.Refused)]
    [InlineData(4999, EndKind.Resume)]
    internal void Read_Code_IsAsTheTableSays(int code, EndKind kind)
    {
        var end = CloseCodes.Read(code, "why\nnot");

        Assert.Equal(kind, end.Kind);
        Assert.DoesNotContain('\n', end.Why);
    }
}
