import re

import django
import pytest
from django import forms
from django.conf import global_settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import DatabaseError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template import Context, Template, TemplateSyntaxError
from django.urls import path

import processes


def admin_form(model, rf):
    """The form by which a plain admin edits a model."""
    site = admin.AdminSite()
    site.register(model)
    request = rf.get("/")
    request.user = User(is_superuser=True, is_active=True)
    return site._registry[model].get_form(request)


def test_basics_purpose_1(q, app, rf):
    article = app("class Article(models.Model):\n    headline = models.CharField(max_length=50)", label="news").Article

    assert list(admin_form(article, rf).base_fields) == ["headline"]
    q.says("The admin builds list and edit screens from the model classes")


def test_basics_purpose_1__startproject_installs_no_site(q, fresh_project):
    files, settings = fresh_project

    assert files == {"manage.py", "__init__.py", "settings.py", "urls.py", "asgi.py", "wsgi.py"}


def test_basics_purpose_2(q, settings, tmp_path, rf, admin_client):
    # A call that only Jinja2 understands.
    (tmp_path / "page.html").write_text("{{ 'x'.upper() }}")
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.jinja2.Jinja2", "DIRS": [tmp_path]},
        *settings.TEMPLATES,
    ]

    both = render(rf.get("/"), "page.html").content == b"X" and admin_client.get("/admin/").status_code == 200

    assert both is q.answer


def test_basics_purpose_4(q, app, changes, rf):
    source = "class Book(models.Model):\n    title = models.CharField(max_length={})"
    book = app(source.format(200)).Book
    _, _, operations = changes(source.format(100), source.format(200))

    assert forms.modelform_factory(book, fields=["title"]).base_fields["title"].max_length == 200
    assert admin_form(book, rf).base_fields["title"].max_length == 200
    assert [type(operation).__name__ for operation in operations] == ["AlterField"]
    q.says("`makemigrations` and `migrate`, with no change to form or admin")


def test_basics_purpose_6(q):
    assert global_settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    assert global_settings.CSRF_USE_SESSIONS is False
    assert global_settings.MESSAGE_STORAGE == "django.contrib.messages.storage.fallback.FallbackStorage"
    assert isinstance(default_storage, FileSystemStorage)
    q.says("Photos that members upload")


def test_basics_flask_1(q, app, tables):
    book = app("class Book(models.Model):\n    title = models.TextField()").Book
    tables(book)
    book.objects.create(title="Old")
    one = book.objects.get()
    one.title = "New"

    assert book.objects.get().title == "Old"
    getattr(one, q.accept[0])()
    assert book.objects.get().title == "New"
    assert not [name for name in q.wrong if name.isidentifier() and hasattr(one, name)]


def test_basics_flask_2(q, site, client):
    seen = []
    site([path("", lambda *arguments: seen.extend(arguments) or HttpResponse())])

    client.get("/", HTTP_X_MARK="this one")

    assert [request.headers["X-Mark"] for request in seen] == ["this one"]
    assert not hasattr(django.urls, "get_current_request")
    q.says("From its first argument, which Django passes in")


def test_basics_flask_3(q, tmp_path):
    assert processes.serve(q.code, tmp_path, "/") == "hi"
    q.says("It serves `hi` at `/`, without further files")


def test_basics_flask_4(q):
    call = re.search(r"`(path\([^`]*POST[^`]*\))`", q.ask).group(1)

    with pytest.raises(TypeError, match="methods"):
        eval(call, {"path": path, "pay": lambda request: HttpResponse()})
    assert q.answer is False


def test_basics_flask_5(q, client):
    # django.contrib.auth is installed here and has URLs, but nothing includes them.
    assert client.get("/login/").status_code == 404
    q.says("Most Django projects have the same ORM, user system and admin")


def test_basics_mvt_3(q, site, client):
    site([
        path("text/", lambda request: HttpResponse("ok")),
        path("json/", lambda request: JsonResponse({"ok": True})),
    ])

    complete = client.get("/text/").content == b"ok" and client.get("/json/").json() == {"ok": True}

    assert complete is q.answer


def test_basics_mvt_6(q):
    class Product:
        def price(self):
            return 10

        def price_for(self, user):
            return 9

    with pytest.raises(TemplateSyntaxError):
        Template(q.code)
    page = Template(q.code.replace("price_for(user)", "price")).render(Context({"products": [Product()]}))
    assert "<li>10</li>" in page
    q.says("It fails: a template cannot pass arguments to a method")


def test_basics_mvt_7(q, app, db, site, client, templates):
    order = app("class Order(models.Model):\n    paid = models.BooleanField(default=False)").Order
    templates(texts={"orders.html": "{% for order in orders %}{{ order.pk }}{% endfor %}"})
    names = {"Order": order, "DatabaseError": DatabaseError, "render": render}
    site([path("", q.run(**names).index)])

    # The table is missing, which fails in the same way as a missing database.
    with pytest.raises(OperationalError):
        client.get("/")
    client.raise_request_exception = False
    assert client.get("/").status_code == 500
    q.says("Status 500: the query runs while the template loops")

    query = "Order.objects.filter(paid=False)"
    q.code = q.code.replace(query, f"list({query})")
    site([path("", q.run(**names).index)])
    assert client.get("/").status_code == 200


SEEN = []


def first_layer(get_response):
    return lambda request: SEEN.append("first") or get_response(request)


def last_layer(get_response):
    return lambda request: SEEN.append("last") or get_response(request)


def test_basics_request_cycle_1(q, settings, site, client):
    SEEN.clear()
    settings.MIDDLEWARE = [f"{__name__}.first_layer", f"{__name__}.last_layer"]
    site([path("", lambda request: SEEN.append("view") or HttpResponse())])

    client.get("/")

    assert SEEN == ["first", "last", "view"]
    q.says("The first entry of `MIDDLEWARE`")


def test_basics_request_cycle_2(q, site, client):
    site(q.run(
        path=path,
        page=lambda request, slug: HttpResponse("page"),
        about=lambda request: HttpResponse("about"),
    ).urlpatterns)

    assert client.get("/about/").content == b"page"
    q.says("`page`, as the first pattern that matches")


def stamp(get_response):
    def middleware(request):
        response = get_response(request)
        response["X-Stamp"] = "seen"
        return response

    return middleware


def test_basics_request_cycle_3(q, settings, site, client):
    settings.MIDDLEWARE = [f"{__name__}.stamp"]
    site([])

    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert ("X-Stamp" in response) is q.answer


def test_basics_request_cycle_4(q, settings, site, client, capsys, monkeypatch):
    monkeypatch.setitem(globals(), "log_route", q.run().log_route)
    settings.MIDDLEWARE = [f"{__name__}.log_route"]
    site([path("", lambda request: HttpResponse(str(request.resolver_match is not None)))])

    # The view has the match, though its pattern has no name.
    assert client.get("/").content == b"True"
    assert capsys.readouterr().out == "None\n"
    q.says("The URL is resolved only after that line has run")


def test_basics_request_cycle_5(q, site, client):
    class SignupForm(forms.Form):
        email = forms.EmailField()

    site([path("", q.run(SignupForm=SignupForm, redirect=redirect).signup)])

    with pytest.raises(ValueError, match="returned None"):
        client.post("/", {"email": "?"})
    client.raise_request_exception = False
    assert client.post("/", {"email": "?"}).status_code == 500
    q.says("Status 500: the view returned `None`")
