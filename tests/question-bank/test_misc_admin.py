import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.signals import pre_save
from django.forms import ModelForm
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from bank import plain

ARTICLE = (
    "class Article(models.Model):\n    title = models.TextField()\n"
    "    created_by = models.ForeignKey('auth.User', models.CASCADE, null=True, editable=False)"
)


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("ann")


@pytest.fixture
def manage(site, editor):
    """Serves the admin with these model admins, and returns a client that is logged in."""

    def serve(**model_admins):
        made = admin.AdminSite()
        for model, model_admin in model_admins.values():
            made.register(model, model_admin)
        site([path("admin/", made.urls)])
        client = Client()
        client.force_login(editor)
        # It remembers the rows of a check before, which are gone.
        ContentType.objects.clear_cache()
        return client

    return serve


@pytest.fixture
def article(app, tables):
    model = app(ARTICLE).Article
    tables(model)
    return model


def test_misc_admin_1(q, article, manage, editor):
    given = []

    class ArticleForm(ModelForm):
        def clean(self):
            given.append(hasattr(self, "request"))

    class ArticleAdmin(admin.ModelAdmin):
        form = ArticleForm

        def save_model(self, request, obj, form, change):
            if not change:
                obj.created_by = request.user
            super().save_model(request, obj, form, change)

    def note(sender, **kwargs):
        given.append("request" in kwargs)

    pre_save.connect(note, sender=article)
    client = manage(article=(article, ArticleAdmin))
    client.post("/admin/shop/article/add/", {"title": "News"})

    assert article.objects.get().created_by == editor
    assert given == [False, False]
    q.says("`ModelAdmin.save_model`")


def test_misc_admin_2(q, app, tables, manage):
    shop = app(
        "class Country(models.Model):\n    name = models.TextField()\n"
        "class Author(models.Model):\n    country = models.ForeignKey(Country, models.CASCADE)\n"
        "class Book(models.Model):\n    author = models.ForeignKey(Author, models.CASCADE)"
    )
    tables(shop.Country, shop.Author, shop.Book)

    def extra_queries(choice):
        class BookAdmin(admin.ModelAdmin):
            list_display = ["land"]
            exec(choice)

            def land(self, obj):
                return obj.author.country.name

        client = manage(book=(shop.Book, BookAdmin), author=(shop.Author, type("AuthorAdmin", (admin.ModelAdmin,), {"search_fields": ["id"]})))
        counts = []
        for _ in range(2):
            country = shop.Country.objects.create(name="Peru")
            shop.Book.objects.create(author=shop.Author.objects.create(country=country))
            with CaptureQueriesContext(connection) as queries:
                assert b"Peru" in client.get("/admin/shop/book/").content
            counts.append(len(queries))
        return counts[1] - counts[0]

    assert extra_queries("") == 2
    q.is_right_alone(lambda choice: extra_queries(choice) == 0)


def test_misc_admin_3(q, article, manage):
    audit = []

    class ArticleAdmin(admin.ModelAdmin):
        pass

    def auditing(owner, name):
        original = getattr(owner, name)

        def method(self, *args, **kwargs):
            audit.append(name)
            return original(self, *args, **kwargs)

        setattr(owner, name, method)
        return lambda: setattr(owner, name, original)

    def deletes_audited(choice):
        owner, name = choice.split(".")
        restore = auditing({"ArticleAdmin": ArticleAdmin, "Article": article}[owner], name)
        client = manage(article=(article, ArticleAdmin))
        one = article.objects.create()
        asked = {"action": "delete_selected", "_selected_action": [one.pk]}
        counts = []
        for form in (asked, {**asked, "post": "yes"}):
            audit.clear()
            assert client.post("/admin/shop/article/", form).status_code in (200, 302)
            counts.append(len(audit))
        restore()
        assert not article.objects.exists()
        # Once when the articles go, and not when the editor is merely asked.
        return counts == [0, 1]

    q.is_right_alone(deletes_audited)
    assert not deletes_audited("ArticleAdmin.delete_model")


def test_misc_admin_4(q, article, manage, editor):
    class ArticleAdmin(admin.ModelAdmin):
        def get_queryset(self, request):
            return super().get_queryset(request).filter(created_by=request.user)

    client = manage(article=(article, ArticleAdmin))
    own, foreign = (article.objects.create(title="News", created_by=user).pk for user in (editor, User.objects.create(username="bob")))

    def opens(pk):
        return client.get(f"/admin/shop/article/{pk}/change/").status_code == 200

    assert opens(own)
    assert opens(foreign) is not q.answer
    assert client.post(f"/admin/shop/article/{foreign}/delete/", {"post": "yes"}).status_code == 302
    assert article.objects.filter(pk=foreign).exists() and not LogEntry.objects.exists()


def test_misc_admin_5(q, app, tables, manage, templates):
    shop = app("class Book(models.Model):\n    title = models.TextField()\nclass Author(models.Model):\n    name = models.TextField()")
    tables(shop.Book, shop.Author)

    def fits(choice):
        name = re.fullmatch("templates/(.*)", plain(choice))[1]
        templates(texts={name: '{% extends "admin/change_form.html" %}{% block form_top %}BANNER{% endblock %}'})
        client = manage(book=(shop.Book, admin.ModelAdmin), author=(shop.Author, admin.ModelAdmin))
        return [b"BANNER" in client.get(f"/admin/shop/{model}/add/").content for model in ("book", "author")] == [True, False]

    q.is_right_alone(fits)
