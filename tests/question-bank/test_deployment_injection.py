from html.parser import HTMLParser

import pytest
from django.db import DatabaseError, connection
from django.db.models.expressions import RawSQL
from django.template import Context, Template
from django.utils.html import escape, format_html, mark_safe


def test_deployment_injection_1(q, app, tables):
    book = app("class Book(models.Model):\n    title = models.TextField()").Book
    tables(book)
    for title in ("Emma", "Dune"):
        book.objects.create(title=title)
    names = {"Book": book, "q": "' OR 'a' = 'a"}

    q.is_right_alone(lambda choice: len(list(eval(choice, names))) == 2)


def test_deployment_injection_2(q, app, tables):
    book = app("class Book(models.Model):\n    rating = models.IntegerField()").Book
    tables(book)
    book.objects.create(rating=1)

    def score(code):
        return eval(code, {"Book": book, "RawSQL": RawSQL, "bonus": "(SELECT 41)"}).get().score

    assert (score(q.code) == 42) is q.answer
    assert 'RawSQL("rating + %s", [bonus])' in q.explain
    assert score(q.code.replace('f"rating + {bonus}", []', '"rating + %s", [bonus]')) == 1


@pytest.mark.filterwarnings("ignore:Calling format_html")
def test_deployment_injection_3(q):
    def safe_and_bold(choice):
        value = eval(choice, {"name": "<i>", "format_html": format_html, "mark_safe": mark_safe, "escape": escape})
        return Template("{{ badge }}").render(Context({"badge": value})) == "<b>&lt;i&gt;</b>"

    q.is_right_alone(safe_and_bold)


def test_deployment_injection_4(q, app, tables):
    book = app("class Book(models.Model):\n    isbn = models.TextField()").Book
    tables(book)
    book.objects.create(isbn="1' OR '1")

    def found(placeholder):
        with connection.cursor() as cursor:
            exec(q.code.replace("____", placeholder), {"cursor": cursor, "isbn": "1' OR '1"})
            return len(cursor.fetchall()) == 1

    assert q.accept == ["%s"] and found("%s")
    # SQLite understands its own placeholders too, other databases do not.
    for placeholder in ("{}", "'%s'"):
        with pytest.raises(DatabaseError):
            found(placeholder)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, [name for name, _ in attributes]))


def test_deployment_injection_5(q):
    def tags(cls, code=q.code):
        return Tags(Template(code).render(Context({"cls": cls}))).found

    assert tags("x onmouseover=alert(1)") == [("div", ["class", "onmouseover"])]
    assert tags("x onmouseover=alert(1)", q.code.replace("{{ cls }}", '"{{ cls }}"')) == [("div", ["class"])]
    assert tags("x><script>alert(1)</script>")[1:] == []
    assert '{% now "Y" %}' in Template("{{ cls }}").render(Context({"cls": mark_safe('{% now "Y" %}')}))
    q.says("event handler")
