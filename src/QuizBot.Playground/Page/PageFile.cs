using Microsoft.Net.Http.Headers;

namespace QuizBot.Playground.Page;

internal sealed record PageFile(byte[] Bytes, string ContentType, EntityTagHeaderValue Tag);
