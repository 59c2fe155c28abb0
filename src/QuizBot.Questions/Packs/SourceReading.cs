using System.Buffers;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Packs;

/// <summary>Reads a question's source.</summary>
internal static class SourceReading
{
    // These would end or break the link where it is shown.
    private static readonly SearchValues<char> Breaking = SearchValues.Create(" \t\"'<>|\\`^{}");

    public static QuestionSource? Read(YamlNode node, FaultList faults)
    {
        if (KeyedValues.Of(node, "The source", PackKeys.Source, faults) is not { } values)
            return null;
        var title = values.Line("title", PackLimits.SourceTitle, required: true);
        var url = values.Line("url", PackLimits.Url, required: true);
        if (url is not null && !IsWebAddress(url))
        {
            faults.Error(values.Find("url")!.Place, FaultRule.BadUrl, $"{TextRules.Quoted(url)} is not a web address", "write it in full: https://…");
            return null;
        }

        return title is null || url is null ? null : new QuestionSource(title, url);
    }

    private static bool IsWebAddress(string url) =>
        url.AsSpan().IndexOfAny(Breaking) < 0
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;
}
