from datetime import timedelta

import pytest
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.exceptions import MultipleObjectsReturned
from django.core.management import call_command
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseNotFound
from django.shortcuts import get_object_or_404
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

BOOK = "class Book(models.Model):\n    slug = models.TextField()\n    isbn = models.TextField()\n    title = models.TextField()"


@pytest.fixture
def user(db):
    return User.objects.create_user("ann", password="secret")


@pytest.fixture
def book(app, tables):
    model = app(BOOK).Book
    tables(model)
    return model


def outcome(run):
    try:
        return run()
    except Exception as error:
        return type(error).__name__


def who(request):
    return HttpResponse(request.user.username)


def test_misc_sessions_1(q, client, user):
    client.login(username="ann", password="secret")
    row = Session.objects.get(session_key=client.cookies["sessionid"].value)

    assert row.get_decoded()["_auth_user_id"] == str(user.pk)
    q.says("the data is in the database")


def test_misc_sessions_2(q, site, db):
    def start(request):
        request.session["cart"] = {"42": 1}
        return HttpResponse()

    def show(request):
        return HttpResponse(request.session["cart"]["42"])

    def stays(line):
        def change(request):
            exec(q.code + line, {"request": request})
            return HttpResponse()

        site([path("start", start), path("change", change), path("show", show)])
        client = Client()
        client.get("/start")
        client.get("/change")
        return client.get("/show").content == b"3"

    assert not stays("")
    q.is_right_alone(stays)
    assert stays('request.session["cart"] = cart')


def test_misc_sessions_3(q, site, client, user, settings):
    site([path("", who)])
    client.force_login(user)
    soon = timezone.now() + timedelta(days=1)
    Session.objects.update(expire_date=soon)

    def pushed():
        response = client.get("/")
        assert response.content == b"ann"
        return Session.objects.get().expire_date > soon, "sessionid" in response.cookies

    assert pushed() == (q.answer, q.answer) == (False, False)
    settings.SESSION_SAVE_EVERY_REQUEST = True
    assert pushed() == (True, True)


def test_misc_sessions_4(q, site, user, settings):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    site([path("", who), path("out", lambda request: logout(request) or HttpResponse())])
    owner, thief = Client(), Client()
    owner.force_login(user)
    thief.cookies["sessionid"] = owner.cookies["sessionid"].value
    owner.get("/out")
    assert (owner.get("/").content, thief.get("/").content) == (b"", b"ann")

    with override_settings(SESSION_COOKIE_AGE=-1):
        assert thief.get("/").content == b""
    thief.cookies["sessionid"] = copy = thief.cookies["sessionid"].value
    user.set_password("another")
    user.save()
    assert copy and thief.get("/").content == b""
    q.says("It logs the thief in")


def test_misc_sessions_6(q, site, db):
    site([path("", lambda request: HttpResponse(str(request.session.get("a"))))])
    changes = {
        "SESSION_COOKIE_AGE": {"SESSION_COOKIE_AGE": 24 * 60 * 60},
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": {"SESSION_EXPIRE_AT_BROWSER_CLOSE": True},
        "SESSION_SAVE_EVERY_REQUEST": {"SESSION_SAVE_EVERY_REQUEST": True},
    }

    def gets_rid(choice):
        Session.objects.all().delete()
        expired = Session.objects.create(session_key="a" * 32, expire_date=timezone.now() - timedelta(days=1))
        with override_settings(**next((changed for name, changed in changes.items() if name in choice), {})):
            client = Client()
            client.cookies["sessionid"] = expired.session_key
            client.get("/")
            if "clearsessions" in choice:
                call_command("clearsessions")
        return not Session.objects.filter(pk=expired.pk).exists()

    q.is_right_alone(gets_rid)


def test_misc_get_filter_1(q, book):
    none = book.objects.filter(pk=99)

    assert isinstance(none, QuerySet) and list(none) == []
    with pytest.raises(book.DoesNotExist):
        book.objects.get(pk=99)
    with pytest.raises(Http404):
        get_object_or_404(book, pk=99)
    assert none.first() is none.last() is None
    q.says("An empty queryset")


def test_misc_get_filter_2(q, app, tables):
    shop = app(
        "class Author(models.Model): pass\n"
        "class Book(models.Model):\n    id = models.IntegerField(primary_key=True)\n    author = models.ForeignKey(Author, models.CASCADE)"
    )
    tables(shop.Author, shop.Book)
    ann, bob = shop.Author.objects.create(), shop.Author.objects.create()
    for pk in (7, 3, 5):
        shop.Book.objects.create(pk=pk, author=ann)

    def fits(method):
        def book(author):
            space = {"Book": shop.Book, "a": author}
            exec(q.code.replace("____", method), space)
            return getattr(space["book"], "pk", None)

        return [outcome(lambda: book(author)) for author in (ann, bob)] == [3, None]

    assert [method for method in [*q.accept, *q.wrong] if method.isidentifier() and fits(method)] == q.accept[:1]


def test_misc_get_filter_3(q, book, site):
    for _ in range(2):
        book.objects.create(slug="dune")
    code = q.ask.split("`")[3]
    assert code.startswith("get_object_or_404")

    def view(request):
        return HttpResponse(eval(code, {"get_object_or_404": get_object_or_404, "Book": book}).pk)

    site([path("", view)])
    assert Client(raise_request_exception=False).get("/").status_code == 500
    with pytest.raises(MultipleObjectsReturned):
        Client().get("/")
    q.says("`MultipleObjectsReturned`")


def test_misc_get_filter_4(q, book):
    space = {"Book": book, "HttpResponse": HttpResponse, "HttpResponseNotFound": HttpResponseNotFound}
    exec(q.code_in("def view(isbn):"), space)

    with pytest.raises(IndexError):
        space["view"]("1")
    q.says("`IndexError`")


@pytest.mark.parametrize("unique", [False, True])
def test_misc_get_filter_5(q, app, tables, unique):
    calls = []

    class Slow(QuerySet):
        """A second process makes its call when the first has looked and not yet inserted."""

        def get(self, *args, **kwargs):
            try:
                return super().get(*args, **kwargs)
            except self.model.DoesNotExist:
                if not calls:
                    calls.append(1)
                    self.model.objects.get_or_create(email="e")
                raise

    person = app(f"class Person(models.Model):\n    email = models.TextField(unique={unique})\n    objects = Slow.as_manager()", Slow=Slow).Person
    tables(person)
    person.objects.get_or_create(email="e")

    assert calls and (person.objects.count() == 2) is (q.answer and not unique)
    if not unique:
        with pytest.raises(MultipleObjectsReturned):
            person.objects.get(email="e")
