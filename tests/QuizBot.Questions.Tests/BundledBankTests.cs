using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests;

public sealed class BundledBankTests
{
    [Fact]
    public void BundledBank_Reads_WithoutAnyFault()
    {
        var reading = PackReader.Read(Folder());

        Assert.DoesNotContain(reading.Faults, f => f.Severity == FaultSeverity.Error);
        Assert.NotEmpty(reading.Bank.Questions);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuizBot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "questions");
    }
}
