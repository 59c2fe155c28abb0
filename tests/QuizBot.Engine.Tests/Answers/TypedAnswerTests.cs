using QuizBot.Engine.Answers;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Answers;

public sealed class TypedAnswerTests
{
    [Theory]
    [InlineData("select_related", "SELECT_Related")] // case
    [InlineData("decorator", "décorateur", false)]
    [InlineData("decorator", "dècóråtõr")] // accents
    [InlineData("decorator", "de\u0301corator")] // an accent by itself
    [InlineData("naïve", "naive")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("admin", "the admin")] // articles
    [InlineData("an admin", "Admin")]
    [InlineData("the Meta class", "a meta class")]
    [InlineData("a", "the a")]
    [InlineData("the", "the")]
    [InlineData("select_related", "`select_related`")] // what stands around it
    [InlineData("select_related", "```select_related```")]
    [InlineData("select_related", "\"select_related\"")]
    [InlineData("select_related", "“select_related”")]
    [InlineData("select_related", "‘select_related’.")]
    [InlineData("select_related", "the 'select_related'!")]
    [InlineData("select_related", "  select_related ;  ")]
    [InlineData("select_related", "«select_related»?")]
    [InlineData("default=''", "default=\"\"", false)]
    [InlineData("default=''", "default=''")]
    [InlineData("default=''", "default=", false)]
    [InlineData("{% csrf_token %}", "{%csrf_token%}")] // spacing
    [InlineData("blank=True", "blank = true")]
    [InlineData("blank=True", "blank\u00A0=\tTrue\n")]
    [InlineData("file system", "filesystem")]
    [InlineData("login", "log in")]
    [InlineData("10", "1 0", false)]
    [InlineData("3.12", "3 12", false)]
    [InlineData("many-to-many", "many to many")] // hyphens between letters
    [InlineData("many-to-many", "ManyToMany")]
    [InlineData("many-to-many", "many‑to‑many")]
    [InlineData("many-to-many", "Many—To—Many", false)]
    [InlineData("ManyToManyField", "many to many field")]
    [InlineData("ManyToManyField", "many-to-one field", false)]
    [InlineData("utf-8", "utf 8", false)]
    [InlineData("N+1", "N-1", false)]
    [InlineData("check --deploy", "check —deploy")] // phones
    [InlineData("check --deploy", "check –deploy", false)]
    [InlineData("don't repeat yourself", "Don’t repeat yourself.")]
    [InlineData("...", "…")]
    [InlineData("Meta", "Ｍｅｔａ")] // full width
    [InlineData("max_length=30", "ｍａｘ＿ｌｅｎｇｔｈ＝３０")]
    [InlineData("filter", "\u200Efil\u200Bter\u202E")] // marks of direction, zero width
    [InlineData("filter", "\uFEFFfilter\0")]
    [InlineData("filter", "filter 🎉", false)]
    [InlineData("🎉", "🎉")]
    [InlineData("❤️", "❤")]
    [InlineData("фильтр", "ФИЛЬТР")]
    [InlineData("фильтр", "фильт", false)]
    [InlineData("filter", "f\u0456lter")] // a Cyrillic i is a slip like another
    public void IsRight_OneAccepted_ForgivesWhatMakesNoOtherAnswer(string accept, string text, bool right = true) =>
        Assert.Equal(right, IsRight(text, [accept]));

    [Theory]
    [InlineData("prefetch_related", "prefech_related")] // a letter too few
    [InlineData("prefetch_related", "prefettch_related")] // too many
    [InlineData("prefetch_related", "prefatch_related")] // wrong
    [InlineData("prefetch_related", "prefetch_realted")] // swapped
    [InlineData("prefetch_related", "prefech_realted")] // one in each word
    [InlineData("prefetch_related", "prefech_relatd")]
    [InlineData("prefetch_related", "prfech_related", false)] // two in one
    [InlineData("middleware", "middlewere")]
    [InlineData("middleware", "midleware")]
    [InlineData("model", "modle")] // swapped at the end
    [InlineData("model", "omdel")]
    [InlineData("serializer", "serialiser")]
    [InlineData("False", "flase")]
    [InlineData("False", "fals", false)]
    [InlineData("True", "treu", false)]
    [InlineData("True", "false", false)]
    [InlineData("GET", "PUT", false)]
    [InlineData("GET", "get")]
    [InlineData("POST", "PSOT", false)]
    [InlineData("Q", "F", false)]
    [InlineData("admin site", "admin sit", false)]
    [InlineData("sha256", "sha265", false)] // digits
    [InlineData("version12", "version13", false)]
    [InlineData("HTTP 404", "http 403", false)]
    [InlineData("select related objects", "objects select related", false)] // order
    [InlineData("select_related", "select_related()[0]", false)]
    [InlineData("select_related", "selectrelated", false)] // the underscore
    [InlineData("select_related", "select related", false)]
    [InlineData("select_related", "select-related", false)]
    [InlineData("__str__", "str", false)]
    [InlineData("_meta", "Meta", false)]
    [InlineData("-created", "created", false)]
    public void IsRight_Slips_OnlyInsideLongWords(string accept, string text, bool right = true) =>
        Assert.Equal(right, IsRight(text, [accept]));

    [Theory]
    [InlineData("max_length", "min_length")]
    [InlineData("pre_save", "post_save")]
    [InlineData("pre_delete", "pre_save")]
    [InlineData("select_related", "prefetch_related")]
    [InlineData("blank", "null")]
    [InlineData("values", "value")]
    [InlineData("values", "values_list")]
    [InlineData("include", "exclude")]
    [InlineData("login", "logout")]
    [InlineData("login", "alogin")]
    [InlineData("contains", "icontains")]
    [InlineData("exact", "iexact")]
    [InlineData("startswith", "istartswith")]
    [InlineData("create", "acreate")]
    [InlineData("create", "created")]
    [InlineData("router", "route")]
    [InlineData("parse", "parser")]
    [InlineData("serialize", "serializer")]
    [InlineData("error_message", "error_messages")]
    [InlineData("get_model", "get_models")]
    [InlineData("gettext", "ngettext")]
    [InlineData("gettext", "pgettext")]
    [InlineData("ljust", "rjust")]
    [InlineData("requests", "request")]
    [InlineData("WSGI", "ASGI")]
    [InlineData("gunicorn", "uvicorn")]
    [InlineData("http", "https")]
    [InlineData("has_perm", "has_perms")]
    [InlineData("clean_data", "cleaned_data")]
    [InlineData("first", "last")]
    [InlineData("__gt", "__gte")]
    [InlineData("CharField", "TextField")]
    [InlineData("ForeignKey", "OneToOneField")]
    [InlineData("authentication", "authorization")]
    [InlineData("makemigrations", "migrate")]
    [InlineData("models.CASCADE", "CASCADE")]
    public void IsRight_AnotherNameOfDjango_IsNot(string one, string other)
    {
        Assert.False(IsRight(other, [one]));
        Assert.False(IsRight(one, [other]));
    }

    [Theory]
    [InlineData("filter", "filter()")]
    [InlineData("filter()", "filter")]
    [InlineData("filter", ".filter()")]
    [InlineData("filter", "filter ().")]
    [InlineData("timezone.now", "timezone.now()")]
    [InlineData("prefetch_related", "prefech_related()")]
    [InlineData("filter", "filter(x)", false)]
    [InlineData("filter", "filter(", false)]
    [InlineData("filter", "()", false)]
    [InlineData("filter", "objects.filter", false)]
    [InlineData(".env", "env", false)]
    [InlineData(".gitignore", ".gitingore")]
    [InlineData("default=timezone.now", "default=timezone.now()", false)] // not a name: the call is the mistake
    [InlineData("blank=True", "blank=True()", false)]
    public void IsRight_CallOfAName_MayHaveItsParenthesesOrNot(string accept, string text, bool right = true) =>
        Assert.Equal(right, IsRight(text, [accept]));

    [Fact]
    public void IsRight_ListedPrefix_IsAccepted()
    {
        Assert.True(IsRight("models.cascade", ["CASCADE", "models.CASCADE"]));
        Assert.True(IsRight("cascade", ["CASCADE", "models.CASCADE"]));
        Assert.False(IsRight("model.CASCADE", ["CASCADE", "models.CASCADE"]));
    }

    [Theory]
    [InlineData("timezone.now", "timezone.now()", "timezone.now()")] // as it is listed
    [InlineData("timezone.now", "timezone.now()", "timezne.now()")] // as near to the one as to the other
    [InlineData("context", "content", "content")]
    [InlineData("context", "content", "contett")]
    [InlineData("content", "context", "contect")]
    [InlineData("ngettext", "npgettext", "npgettext")]
    [InlineData("login", "log in", "log in")]
    [InlineData("{% if %}", "{%if%}", "{%if%}")]
    [InlineData("remove_field", "remote_field", "remote_feild")]
    public void IsRight_AsNearToAListedWrong_IsNot(string accept, string wrong, string text)
    {
        Assert.True(IsRight(accept, [accept], [wrong]));
        Assert.True(IsRight(text, [accept]));
        Assert.False(IsRight(text, [accept], [wrong]));
    }

    [Fact]
    public void IsRight_NearerToAnAcceptedThanToAListedWrong_Is() =>
        Assert.True(IsRight("contextt manager", ["context manager"], ["content manager"]));

    [Fact]
    public void IsRight_HalfASurrogatePair_IsOnlyAWrongLetter()
    {
        Assert.False(IsRight("filter\uD83C", ["filter"]));
        Assert.False(IsRight("\uDC00", ["filter"]));
        Assert.True(IsRight("a\uDC00b", ["A\uDC00B"]));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void IsRight_LongText_UpTo200Characters(int length, bool right)
    {
        var text = new string('a', length);
        Assert.Equal(right, IsRight(text, [text]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\u200B")]
    public void IsRight_Blank_NeverIs(string text)
    {
        Assert.False(IsRight(text, ["filter"]));
        Assert.False(IsRight(text, [text]));
    }

    [Theory]
    [InlineData(",", ".")]
    [InlineData("?", "!")]
    [InlineData("''", "\"\"")]
    [InlineData("'", "")]
    [InlineData("*", "**")]
    [InlineData("()", "[]")]
    [InlineData("...", ".")]
    public void IsRight_NothingButMarks_AreTheAnswerThemselves(string one, string other)
    {
        Assert.True(IsRight(one, [one]));
        Assert.False(IsRight(other, [one]));
        Assert.False(IsRight(one, [other]));
    }

    private static bool IsRight(string text, string[] accept, string[]? wrong = null) =>
        TypedAnswer.IsRight(AQuestion.Typed(accept: accept, wrong: wrong), text);
}
