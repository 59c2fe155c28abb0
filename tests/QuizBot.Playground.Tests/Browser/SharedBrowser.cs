namespace QuizBot.Playground.Tests.Browser;

/// <summary>Browser tests share a browser and run one after the other.</summary>
[CollectionDefinition]
public sealed class SharedBrowser : ICollectionFixture<BrowserFixture>;
