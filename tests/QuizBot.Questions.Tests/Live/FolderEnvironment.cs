using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace QuizBot.Questions.Tests.Live;

/// <summary>A host environment whose content root is a folder.</summary>
internal sealed class FolderEnvironment(string contentRoot) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = "Test";

    public string ApplicationName { get; set; } = "Test";

    public string ContentRootPath { get; set; } = contentRoot;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
