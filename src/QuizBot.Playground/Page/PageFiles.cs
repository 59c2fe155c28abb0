using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace QuizBot.Playground.Page;

/// <summary>The page's files, which travel in the assembly.</summary>
internal sealed class PageFiles
{
    private const string Start = "index.html";
    private readonly FrozenDictionary<string, PageFile> files;

    public PageFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        files = assembly.GetManifestResourceNames().ToFrozenDictionary(name => name, name => Load(assembly, name));
    }

    public async Task SendAsync(HttpContext context)
    {
        if (!files.TryGetValue(context.GetRouteValue("file") as string ?? Start, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        headers.ETag = file.Tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(file.Tag, useStrongComparison: false) || tag.Tag == "*"))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static PageFile Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, ContentType(name), new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes), 0, 8)}\""));
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new NotSupportedException($"The page has no files of type {other}."),
    };
}
