using System.Xml.Linq;

namespace QuizBot.Questions.Tests.Bank;

/// <summary>What pytest reports, in the form of JUnit.</summary>
/// <param name="Passed">The names of the checks that passed.</param>
/// <param name="Failed">Name and message of each that failed, could not run or was skipped.</param>
internal sealed record CheckReport(IReadOnlyList<string> Passed, IReadOnlyList<string> Failed)
{
    public static CheckReport Read(string file)
    {
        var checks = XDocument.Load(file).Descendants("testcase").ToLookup(c => c.Elements().Any(IsFault));
        return new([.. checks[false].Select(Name)], [.. checks[true].Select(c => $"{Name(c)}: {Message(c.Elements().First(IsFault))}")]);
    }

    // A check that is skipped checks nothing.
    private static bool IsFault(XElement element) => element.Name.LocalName is "failure" or "error" or "skipped";

    private static string Name(XElement check) => (string)check.Attribute("name")!;

    // The text of a failure begins with its message.
    private static string Message(XElement fault) => $"{fault.Name.LocalName}\n{(fault.IsEmpty ? (string?)fault.Attribute("message") : fault.Value)}";
}
