using System.Net;

namespace QuizBot.Slack.Client.Web;

/// <summary>Tells from status, Retry-After and body what became of a request.</summary>
internal delegate WebAnswer AnswerReading(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body);
