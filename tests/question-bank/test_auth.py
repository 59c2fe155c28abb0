import pytest
from django.apps import apps
from django.contrib.auth import authenticate, login, update_session_auth_hash
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.management import create_permissions
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import path
from django.views import View
from django.views.generic import UpdateView


@pytest.fixture
def bob(db):
    return User.objects.create_user("bob", password="s3cret-42")


def who(request):
    return HttpResponse(request.user.get_username())


def test_auth_system_1(q, site, client, bob):
    def page(code):
        q.code = code

        def view(request):
            body = q.code_in("def body(request, name, pw):")
            names = {"authenticate": authenticate, "login": login, "redirect": redirect}
            exec(body, names)
            return names["body"](request, "bob", "s3cret-42")

        return view

    mended = q.code.replace("    return", "    login(request, user)\n    return")
    assigned = q.code.replace("    return", "    request.user = user\n    return")
    saved = q.code.replace("    return", "    user.save()\n    return")
    for code, then in ((q.code, b""), (assigned, b""), (saved, b""), (mended, b"bob")):
        site([path("", page(code)), path("home/", who, name="home")])
        assert client.get("/").status_code == 302
        assert client.get("/home/").content == then
    q.says("Call `login(request, user)` before the redirect")


def test_auth_system_6(q, site, client, bob):
    def change(request, keep):
        request.user.set_password("n3w-secret")
        request.user.save()
        if keep:
            update_session_auth_hash(request, request.user)
        return HttpResponse()

    site([path("who/", who), path("drop/", change, {"keep": False}), path("keep/", change, {"keep": True})])
    other = Client()

    def after(change):
        for device in (client, other):
            device.force_login(User.objects.get(pk=bob.pk))
        client.get(change)
        sessions = Session.objects.count()
        return sessions, client.get("/who/").content, other.get("/who/").content

    # No session is gone: each is found out when it is next used.
    assert after("/drop/") == (2, b"", b"")
    assert after("/keep/")[1:] == (b"bob", b"")
    q.says("Each session holds a hash that no longer fits")


def test_auth_system_3(q, settings, bob):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    before = User.objects.get().password

    assert before.startswith("pbkdf2_sha256$")
    assert not authenticate(username="bob", password="wrong")
    assert User.objects.get().password == before
    assert authenticate(username="bob", password="s3cret-42")
    assert User.objects.get().password.startswith("argon2$") is q.answer


def test_auth_system_4(q, db):
    q.run(User=User)
    assert User.objects.get().password == "s3cret-42"
    assert not authenticate(username="bob", password="s3cret-42")
    User.objects.all().delete()

    q.code = q.code.replace('user.password = "s3cret-42"', f'user.{q.accept[0]}("s3cret-42")')
    q.run(User=User)
    assert "s3cret-42" not in User.objects.get().password
    assert authenticate(username="bob", password="s3cret-42")


def test_auth_system_5(q, settings, site, client, bob):
    site([path("", who)])
    client.login(username="bob", password="s3cret-42")
    assert client.get("/").content == b"bob"

    settings.SECRET_KEY = "another"

    assert Session.objects.count() == 1
    assert client.get("/").content == b""
    assert client.login(username="bob", password="s3cret-42")
    assert client.get("/").content == b"bob"
    q.says("They are signed out: their sessions no longer verify")


@pytest.fixture
def change_book(db):
    kind = ContentType.objects.create(app_label="library", model="book")
    return Permission.objects.create(content_type=kind, codename="change_book")


def test_auth_permissions_1(q, app, tables, bob, monkeypatch):
    app("class Book(models.Model): pass", "library")
    config = apps.get_app_config("library")
    # What `migrate` does for an app that has models.
    monkeypatch.setattr(config, "models_module", config.module)
    create_permissions(config, verbosity=0)
    made = Permission.objects.filter(content_type__app_label="library")
    bob.user_permissions.set(made.filter(codename="change_book"))

    assert {permission.codename for permission in made} == {f"{action}_book" for action in ("add", "change", "delete", "view")}
    assert bob.has_perm(q.accept[0])
    assert not [name for name in q.wrong if bob.has_perm(name)]


def test_auth_permissions_2(q, settings, site, client, bob):
    class New(PermissionRequiredMixin, View):
        permission_required = "news.add_article"

    site([path("", q.run(permission_required=permission_required).new_article), path("mixin/", New.as_view())])
    q.code = q.code.replace('article")', 'article", raise_exception=True)')
    client.force_login(bob)

    response = client.get("/")

    assert (response.status_code, response.url.split("?")[0]) == (302, settings.LOGIN_URL)
    assert client.get("/mixin/").status_code == 403
    site([path("", q.run(permission_required=permission_required).new_article)])
    assert client.get("/").status_code == 403
    q.says("A redirect to the login page")


def test_auth_permissions_3(q, app, tables, site, client, bob, templates):
    article = app(
        "from django.contrib.auth.models import User\n"
        "class Article(models.Model):\n"
        "    text = models.TextField()\n"
        "    author = models.ForeignKey(User, models.CASCADE)",
        "news",
    ).Article
    tables(article)
    templates(texts={"news/article_form.html": "{% if article.author == user %}edit{% endif %}"})
    kind = ContentType.objects.create(app_label="news", model="article")
    bob.user_permissions.add(Permission.objects.create(content_type=kind, codename="change_article"))
    client.force_login(bob)

    class Edit(UpdateView):
        model, fields, success_url = article, ["text"], "/"

    class Own(Edit):
        def get_queryset(self):
            return super().get_queryset().filter(author=self.request.user)

    class Permitted(PermissionRequiredMixin, Edit):
        permission_required = "news.change_article"

    class TakesOver(Edit):
        def form_valid(self, form):
            form.instance.author = self.request.user
            return super().form_valid(form)

    def refuses(view):
        foreign = article.objects.create(text="hers", author=User.objects.get_or_create(username="ann")[0])
        site([path("<int:pk>/", view.as_view())])
        client.post(f"/{foreign.pk}/", {"text": "his"})
        return article.objects.get(pk=foreign.pk).text == "hers"

    assert [refuses(view) for view in (Own, Edit, Permitted, TakesOver)] == [True, False, False, False]
    mine = article.objects.create(text="his", author=bob)
    site([path("<int:pk>/", Own.as_view())])
    assert client.get(f"/{mine.pk}/").status_code == 200
    q.says("`get_queryset()` returns only the articles of `request.user`")


def test_auth_permissions_4(q, bob, change_book):
    *_, last = q.code.strip().splitlines()
    q.code = q.code.replace(last, f"answer = {last}")

    assert q.run(user=bob, change_book=change_book).answer is False
    bob.save()
    assert bob.has_perm("library.change_book") is False
    assert User.objects.get(pk=bob.pk).has_perm("library.change_book") is True
    q.says("`False`: this object has cached its permissions")


def test_auth_permissions_5(q, bob, change_book):
    book = object()
    bob.user_permissions.add(change_book)

    assert bob.has_perm("library.change_book") is True
    assert bob.has_perm("library.change_book", book) is q.answer
    assert User(is_superuser=True).has_perm("library.change_book", book) is True
