using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using QuizBot.Questions.Live;

namespace QuizBot.Questions.Tests;

public sealed class QuestionsServiceCollectionExtensionsTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_WithAFolder_StartsWithItsQuestions()
    {
        _folder.Write("p/models.yaml", Sample.All);
        using var host = Host(_folder.Path);

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, host.Services.GetRequiredService<QuestionLibrary>().Current.Questions.Count);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Host_WithoutTheFolder_StopsAndSaysWhereItLooked()
    {
        using var host = Host("gone");

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            $"The questions folder is missing: Questions:Path is \"gone\", looked for at {Path.Combine(_folder.Path, "gone")} and {Path.Combine(AppContext.BaseDirectory, "gone")}.",
            fault.Message);
    }

    [Fact]
    public async Task Host_WithAnEmptyPath_Stops()
    {
        using var host = Host(" ");

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("Questions:Path is empty", fault.Message, StringComparison.Ordinal);
    }

    private IHost Host(string path)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Questions:Path"] = path });
        builder.Services.AddQuestions(builder.Configuration);
        return builder.Build();
    }
}
