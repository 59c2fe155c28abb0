namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>A request as a <see cref="ScriptedHandler"/> got it.</summary>
internal sealed record ScriptedRequest(HttpMethod Method, Uri Url, string? Authorization, string? ContentType, string Body);
