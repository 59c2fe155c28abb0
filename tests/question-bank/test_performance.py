import multiprocessing
import re
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache, caches
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import Count, Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control, cache_page
from django.views.decorators.vary import vary_on_cookie, vary_on_headers

from bank import plain

LIBRARY = """
class Author(models.Model):
    name = models.TextField()
class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    title = models.TextField()
    price = models.IntegerField(default=0)
    sold = models.BooleanField(default=True)
class Prize(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, related_name="prizes")
"""
DECORATORS = {
    "cache_control": cache_control,
    "cache_page": cache_page,
    "vary_on_cookie": vary_on_cookie,
    "vary_on_headers": vary_on_headers,
}


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def library(app, tables):
    shop = app(LIBRARY)
    tables(shop.Author, shop.Book, shop.Prize)
    return shop


def queries(run):
    with CaptureQueriesContext(connection) as caught:
        run()
    return len(caught)


def vary_layer(get_response):
    def middleware(request):
        response = get_response(request)
        patch_vary_headers(response, ["X-Country"])
        return response

    return middleware


def test_performance_caching_1(q):
    # What another worker process does with its copy is not seen here.
    cache.set("menu", "old")
    other = multiprocessing.get_context("fork").Process(target=lambda: cache.delete("menu"))
    other.start()
    other.join()

    assert other.exitcode == 0 and cache.get("menu") == "old"
    assert cache.delete("menu") and cache.get("menu") is None
    q.says("Each process")


def test_performance_caching_2(q):
    changes = {
        "sentinel": [("cache.get(key)", "cache.get(key, missing)"), ("value is None", "value is missing")],
        "timeout=None": [("(key, value)", "(key, value, timeout=None)")],
        "cache.add()": [("cache.set", "cache.add")],
        "if not value": [("value is None", "not value")],
    }

    def calls(*edits):
        code, made = q.code, []
        for old, new in edits:
            assert old in code
            code = code.replace(old, new)
        space = {"cache": cache, "missing": object(), "slow": lambda key: made.append(key)}
        exec(code, space)
        cache.clear()
        assert space["rate"]("a") is None and space["rate"]("a") is None
        return len(made)

    assert calls() == 2
    q.is_right_alone(lambda choice: calls(*next(edits for word, edits in changes.items() if word in choice)) == 1)


def test_performance_caching_3(q):
    exec(re.search("`(cache.set.*?)`", q.ask)[1])
    assert (cache.get("greeting") == "hello") is q.answer

    cache.set("greeting", "hello", timeout=None)
    assert cache._expire_info[cache.make_key("greeting")] is None
    assert cache.default_timeout == 300


def test_performance_caching_5(q):
    printed = []
    q.run(cache=cache, print=printed.append)

    q.is_right_alone(lambda choice: choice.split(",")[0] == str(printed[0]))
    assert cache.get("rate", version=2) == 5


def test_performance_caching_6(q, settings):
    one = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"}
    settings.CACHES = {"default": {**one, "KEY_PREFIX": "shop"}, "blog": {**one, "KEY_PREFIX": "blog"}}
    shop, blog = caches["default"], caches["blog"]
    shop.set("a", 1)
    shop.set("a", 2, version=2)
    blog.set("a", 3)
    assert (shop.get("a"), blog.get("a")) == (1, 3)

    shop.clear()
    assert [shop.get("a"), shop.get("a", version=2), blog.get("a")] == [None] * 3
    q.says("both projects")


def test_performance_cache_levels_1(q, site, templates, db):
    people = [User.objects.create(username=name) for name in ("ann", "bob")]

    def caches_well(choice):
        rendered = []
        hello, side = "Hello {{ user.username }} ", "{{ side }}"
        tag = re.search("{%.*?%}", choice)
        if tag and "whole page" in choice:
            text = tag[0] + hello + side + "{% endcache %}"
        else:
            text = hello + (tag[0] + side + "{% endcache %}" if tag else side)
        templates(texts={"page.html": "{% load cache %}" + text})

        def view(request):
            return render(request, "page.html", {"side": lambda: rendered.append(1) or "side"})

        for name in reversed(re.findall(r"@(\w+(?:\(\d+\))?)", choice)):
            view = eval(name, DECORATORS)(view)
        cache.clear()
        site([path("", view)])
        clients = [Client(), Client()]
        for one, person in zip(clients, people):
            one.force_login(person)
        pages = [(one.get("/").content.decode(), person.username) for one, person in [*zip(clients, people)] * 2]
        return all(name in page for page, name in pages) and len(rendered) == 1

    q.is_right_alone(caches_well)


def test_performance_cache_levels_2(q, site, templates):
    templates(texts={"prices.html": "{{ rows.0 }}"})

    shown = q.code

    def mends(choice):
        code = shown
        if put := re.match("Put (@.*) below", choice):
            code = code.replace("@cache_page(600)\n", f"@cache_page(600)\n{put[1]}\n")
        elif write := re.match("Write (@.*) instead", choice):
            code = code.replace("@cache_page(600)", write[1])
        asked = []
        price = SimpleNamespace(objects=SimpleNamespace(filter=lambda country: asked.append(country) or [country]))
        q.code = code
        cache.clear()
        site([path("", q.run(Price=price, render=render, **DECORATORS).prices)])
        pages = [Client().get("/", HTTP_X_COUNTRY=country).content.decode() for country in ("DE", "FR", "DE")]
        return pages == ["DE", "FR", "DE"] and asked == ["DE", "FR"]

    assert not mends("")
    q.is_right_alone(mends)


def test_performance_cache_levels_3(q, site, settings):
    update, fetch = (f"django.middleware.cache.{name}CacheMiddleware" for name in ("Update", "FetchFrom"))
    vary = f"{__name__}.vary_layer"

    def respects(*middleware):
        settings.MIDDLEWARE = middleware
        cache.clear()
        made = []
        site([path("", lambda request: made.append(1) or HttpResponse(request.headers["X-Country"]))])
        pages = [Client().get("/", HTTP_X_COUNTRY=country).content.decode() for country in ("DE", "FR", "DE")]
        return pages == ["DE", "FR", "DE"] and len(made) == 2

    orders = {
        "Update… at the top": (update, vary, fetch),
        "Fetch… at the top": (fetch, vary, update),
        "Update… directly above": (vary, update, fetch),
        "Anywhere": (vary, fetch, update),
    }
    q.is_right_alone(lambda choice: next(respects(*order) for words, order in orders.items() if words in choice))


def test_performance_cache_levels_4(q, site, client):
    made = []
    site([path("items/", cache_page(300)(lambda request: made.append(1) or HttpResponse(request.GET["page"])))])
    pages = [client.get(f"/items/?page={number}").content for number in (1, 2, 1)]

    assert (len(made) == 1) is q.answer
    assert pages == [b"1", b"2", b"1"] and len(made) == 2


def test_performance_cache_levels_6(q, site, client):
    made = []
    site([path("stock/", cache_page(600)(lambda request: made.append(1) or HttpResponse()))])
    for line in q.code.splitlines():
        method, url = line.split()
        assert client.generic(method, url).status_code == 200

    assert str(len(made)) == q.accept[0]


@pytest.mark.parametrize("authors", [1, 100])
def test_performance_queries_1(q, library, authors):
    people = [library.Author.objects.create() for _ in range(authors)]
    for number in range(100):
        library.Book.objects.create(author=people[number % authors])
    names = {"Book": library.Book, "print": lambda *args: None}

    assert str(queries(lambda: q.run(**names))) == q.accept[0]
    q.code = q.code.replace("all()", 'select_related("author")')
    assert queries(lambda: q.run(**names)) == 1


def test_performance_queries_2(q, library):
    for _ in range(50):
        library.Book.objects.create(author=library.Author.objects.create())

    def two(choice):
        def page():
            for author in eval("Author.objects." + choice, {"Author": library.Author, "Count": Count}):
                [book.title for book in author.books.all()]

        try:
            return queries(page) == 2
        except FieldError:
            return False

    q.is_right_alone(two)
    with pytest.raises(FieldError):
        list(library.Author.objects.select_related("books"))


def test_performance_queries_3(q, library):
    for _ in range(5):
        library.Book.objects.create(author=library.Author.objects.create())

    def count(old="", new=""):
        assert old in q.code
        return queries(lambda: exec(q.code.replace(old, new), {"Author": library.Author, "Book": library.Book, "Prefetch": Prefetch}))

    assert count() == 2 + 5
    assert count("filter(sold=True)", "all()") == 2
    assert count("in authors:", "in authors.all():") == 2 + 5
    prefetch = 'Prefetch("books", queryset=Book.objects.filter(sold=True), to_attr="sold_books")'
    assert prefetch in q.explain
    assert queries(lambda: [author.sold_books for author in eval(f"Author.objects.prefetch_related({prefetch})", {**vars(library), "Prefetch": Prefetch})]) == 2
    q.says("`filter()` makes a new query")


def test_performance_queries_4(q, library):
    author = library.Author.objects.create()
    library.Book.objects.bulk_create([library.Book(author=author) for _ in range(100)])

    assert (queries(lambda: [book.price for book in library.Book.objects.only("title")]) == 1 + 100) is q.answer


def test_performance_queries_5(q, library):
    ann = library.Author.objects.create()
    for _ in range(4):
        library.Book.objects.create(author=ann)
    for _ in range(2):
        library.Prize.objects.create(author=ann)

    def counts(code):
        author = eval(code, {"Author": library.Author, "Count": Count}).get()
        return f"{author.b} and {author.p}"

    q.is_right_alone(lambda choice: plain(choice) == counts(q.code))
    assert counts(q.code.replace('s")', 's", distinct=True)')) == "4 and 2"
