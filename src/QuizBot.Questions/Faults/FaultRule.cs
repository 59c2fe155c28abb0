namespace QuizBot.Questions.Faults;

/// <summary>The names of the rules, as they stand in brackets behind a fault. Documented in <c>docs/packs.md</c>.</summary>
public static class FaultRule
{
    // The folder and its files.
    public const string FolderMissing = "folder-missing";
    public const string NoQuestions = "no-questions";
    public const string StrayFile = "stray-file";
    public const string Unreadable = "unreadable";
    public const string Link = "link";
    public const string EmptyFile = "empty-file";
    public const string TooBig = "too-big";
    public const string Binary = "binary";
    public const string Encoding = "encoding";

    // YAML.
    public const string Yaml = "yaml";
    public const string Tag = "tag";
    public const string Alias = "alias";
    public const string Shape = "shape";
    public const string DuplicateKey = "duplicate-key";
    public const string UnknownKey = "unknown-key";
    public const string TooManyFaults = "too-many-faults";

    // Values.
    public const string Missing = "missing";
    public const string TooLong = "too-long";
    public const string OneLine = "one-line";
    public const string ControlCharacter = "control-character";
    public const string BidiControl = "bidi-control";
    public const string BadId = "bad-id";
    public const string UnknownWord = "unknown-word";
    public const string BadUrl = "bad-url";
    public const string BadHost = "bad-host";
    public const string WrongCount = "wrong-count";
    public const string SameChoice = "same-choice";
    public const string Unanswerable = "unanswerable";

    // Across files.
    public const string PackTwice = "pack-twice";
    public const string CategoryTwice = "category-twice";
    public const string UnknownCategory = "unknown-category";
    public const string TopicTwice = "topic-twice";
    public const string UnknownTopic = "unknown-topic";
    public const string QuestionTwice = "question-twice";

    // Quality; found by the linter only.
    public const string Duplicate = "duplicate";
    public const string NearDuplicate = "near-duplicate";
    public const string TopicUncovered = "topic-uncovered";
    public const string LongestChoice = "longest-choice";
    public const string TrueFalseBalance = "true-false-balance";
    public const string GiveAway = "give-away";
    public const string CatchAll = "catch-all";
    public const string LongPost = "long-post";
    public const string SourceMissing = "source-missing";
    public const string SourceHost = "source-host";
}
