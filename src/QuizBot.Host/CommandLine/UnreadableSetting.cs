using System.Text.RegularExpressions;

namespace QuizBot.Host.CommandLine;

/// <summary>Says of a setting that is, say, no number what it must be.</summary>
internal static partial class UnreadableSetting
{
    /// <summary>A line for the operator; null where it is another fault.</summary>
    public static string? Explain(InvalidOperationException fault)
    {
        if (fault.Source != "Microsoft.Extensions.Configuration.Binder")
            return null;
        var parts = Words().Match(fault.Message);
        return parts.Success
            ? $"{parts.Groups["path"].Value} is '{parts.Groups["value"].Value}'; it must be {Form(parts.Groups["type"].Value)}."
            : fault.Message;
    }

    private static string Form(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.Int32" => "a whole number",
        "System.UInt64" => "an id, a number such as 81384788765712384",
        "System.TimeSpan" => "a span of time such as 00:01:30 or 7.00:00:00",
        _ when AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType(type)).FirstOrDefault(t => t is { IsEnum: true }) is { } known =>
            string.Join(" or ", Enum.GetNames(known)),
        _ => $"a {type}",
    };

    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<path>.*)' to type '(?<type>.*)'")]
    private static partial Regex Words();
}
