using System.Globalization;
using System.Text;

namespace QuizBot.Questions.Tests;

/// <summary>Pack files that are right, and pieces of them.</summary>
internal static class Sample
{
    public const string Header =
        """
        category: models
        title: Models
        topics:
          - {id: models.orm, title: The ORM}
          - {id: models.null, title: Null}
        questions:

        """;

    public const string Choice =
        """
          - id: models.orm.1
            topic: models.orm
            difficulty: easy
            kind: choice
            ask: Which option lets a form leave `nickname` empty?
            right: blank=True
            wrong: [null=True, required=False]
            explain: Validation asks `blank`.
            source: {title: Fields, url: "https://docs.example.org/fields#blank"}

        """;

    public const string TrueFalse =
        """
          - id: models.orm.2
            topic: models.orm
            difficulty: medium
            kind: true-false
            ask: A queryset is evaluated when it is made.
            answer: false
            explain: It is lazy.

        """;

    public const string Typed =
        """
          - id: models.null.1
            topic: models.null
            difficulty: hard
            kind: typed
            ask: Which method returns the only row?
            code: |
              Book.objects.____(pk=1)
                .title
            accept: [get, get()]
            wrong: [first]
            explain: It raises where there is none.

        """;

    public const string Open =
        """
          - id: models.null.open
            topic: models.null
            difficulty: medium
            kind: open
            ask: When do you allow null in a text column?
            model: Rarely.

        """;

    public const string All = Header + Choice + TrueFalse + Typed + Open;

    /// <summary>A category file of so many questions, all different.</summary>
    public static string Large(int questions, string category = "big")
    {
        var random = new Random(7);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"category: {category}\ntitle: Big\ntopics:\n  - {{id: {category}.topic, title: Topic}}\nquestions:\n");
        for (var i = 0; i < questions; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {category}.topic.{i}\n    topic: {category}.topic\n    difficulty: easy\n    kind: choice\n    ask: >-\n      ");
            Words(8);
            text.Append("\n    right: ");
            Words(2);
            text.Append("\n    wrong:\n");
            for (var wrong = 0; wrong < 2; wrong++)
            {
                text.Append("      - ");
                Words(3);
                text.Append('\n');
            }

            text.Append("    explain: >-\n      ");
            Words(8);
            text.Append("\n    source: {title: A page, url: \"https://docs.example.org/page\"}\n");
        }

        return text.ToString();

        void Words(int count)
        {
            for (var w = 0; w < count; w++)
                text.Append(CultureInfo.InvariantCulture, $"{(w == 0 ? "" : " ")}word{random.Next(5_000)}");
        }
    }
}
