import os

import pytest
from django.conf.urls.static import static
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.views import serve
from django.core.management import call_command
from django.http import Http404
from django.template import Context, Engine, Library, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

MANIFEST = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


@pytest.fixture
def collected(settings, tmp_path):
    """A site whose one style sheet has been collected."""
    source = tmp_path / "assets"
    (source / "css").mkdir(parents=True)
    (source / "css" / "site.css").write_text("new")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    finders.get_finder.cache_clear()
    call_command("collectstatic", interactive=False, verbosity=0)
    yield source
    finders.get_finder.cache_clear()


def test_views_static_media_2(q, collected, settings):
    source = collected / "css" / "site.css"
    source.write_text("newer")
    # A release that follows at once would have the same time, to the second.
    os.utime(source, (source.stat().st_mtime + 60,) * 2)
    served = settings.STATIC_ROOT / "css" / "site.css"

    assert served.read_text() == "new"
    call_command("findstatic", "css/site.css", verbosity=0)
    assert served.read_text() == "new"
    call_command(q.accept[0], interactive=False, verbosity=0)
    assert served.read_text() == "newer"


def test_views_static_media_3(q, settings, tmp_path, rf):
    described = q.run(BASE_DIR=tmp_path)
    settings.STATIC_URL, settings.STATIC_ROOT, settings.DEBUG = described.STATIC_URL, described.STATIC_ROOT, True
    sheet = tmp_path / "static" / "css" / "site.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("by hand")

    for _ in range(2):
        with pytest.raises(Http404):
            serve(rf.get("/static/css/site.css"), "css/site.css")
        call_command("collectstatic", interactive=False, verbosity=0)  # and once more after it
    settings.STATICFILES_DIRS = [sheet.parents[1].rename(tmp_path / "assets")]
    finders.get_finder.cache_clear()
    assert serve(rf.get("/static/css/site.css"), "css/site.css").status_code == 200
    assert settings.STATIC_URL == "/static/"
    finders.get_finder.cache_clear()
    q.says("`STATIC_ROOT` is where files are collected, not looked for")


def test_views_static_media_3__debug_off(q, collected, settings, rf):
    settings.DEBUG = False

    with pytest.raises(Http404):
        serve(rf.get("/static/css/site.css"), "css/site.css")


def test_views_static_media_4(q, settings, tmp_path):
    settings.MEDIA_URL, settings.MEDIA_ROOT = "/media/", tmp_path

    def patterns(debug):
        settings.DEBUG = debug
        return q.run(static=static, settings=settings, urlpatterns=[]).urlpatterns

    assert len(patterns(debug=True)) == 1
    assert bool(patterns(debug=False)) is q.answer


def page_with(name):
    return Template('{% load static %}<link href="{% static "' + name + '" %}">').render(Context())


def test_views_static_media_5(q, collected, settings):
    settings.STATICFILES_STORAGE, settings.DEBUG = MANIFEST, False
    settings.STORAGES = {"staticfiles": {"BACKEND": MANIFEST}}  # since Django 4.2
    call_command("collectstatic", interactive=False, verbosity=0)

    assert "site.css" not in page_with("css/site.css") and "/static/css/site." in page_with("css/site.css")
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry for 'css/sit.css'"):
        page_with("css/sit.css")
    settings.DEBUG = True
    assert page_with("css/sit.css") == '<link href="/static/css/sit.css">'
    q.says("A server error: the manifest has no such entry")


def render_by(register, source, **names):
    """Renders source with the tags and filters of a library, and `latest.html` beside it."""
    engine = Engine(loaders=[("django.template.loaders.locmem.Loader", {"latest.html": "{{ posts|join:', ' }}"})])
    engine.template_builtins.append(register)
    return engine.from_string(source).render(Context(names))


class FivePosts:
    """Stands for the model that the code queries."""

    class objects:
        @staticmethod
        def order_by(field):
            return [f"post {n}" for n in range(9, 0, -1)]


def test_views_template_tags_1(q):
    def shown(line):
        register = Library()
        q.code = "\n".join([line, *code[1:]])
        q.run(register=register, Post=FivePosts)
        return render_by(register, "{% latest_posts %}")

    def works(line):
        try:
            return shown(line) == "post 9, post 8, post 7, post 6, post 5"
        except (TemplateSyntaxError, ValueError, TypeError):
            return False

    code = q.code.splitlines()
    assert shown(code[0]).startswith("{&#x27;posts&#x27;")
    q.is_right_alone(works)


def test_views_template_tags_2(q, templates, tmp_path, monkeypatch):
    (tmp_path / "money.py").write_text(
        "from django.template import Library\n"
        "register = Library()\n"
        "register.filter('euro', lambda price: f'{price} €')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)

    def price(lacks):
        templates(
            texts={
                "base.html": "{% load money %}{{ 1|euro }}{% block price %}{% endblock %}",
                "child.html": "{% extends 'base.html' %}" + lacks + "{% block price %}, {{ 2|euro }}{% endblock %}",
            },
            libraries={"money": "money"},
        )
        return render_to_string("child.html")

    with pytest.raises(TemplateSyntaxError, match="Invalid filter: 'euro'"):
        price("")
    for spelling in q.accept:
        if spelling.startswith("{%"):
            assert price(spelling) == "1 €, 2 €"
    for spelling in q.wrong:
        with pytest.raises(TemplateSyntaxError):
            price(spelling)


def test_views_template_tags_3(q):
    template = Template(q.ask.split("`")[3])

    assert (template.render(Context({"title": ""})) == "<i>none</i>") is q.answer
    assert template.render(Context({"title": "<i>x</i>"})) == "&lt;i&gt;x&lt;/i&gt;"


def test_views_template_tags_4(q):
    class user:
        nickname = "<script>steal()</script>"

    def page():
        register = Library()
        q.run(register=register, mark_safe=mark_safe, format_html=format_html)
        return render_by(register, q.ask.split("`")[1], user=user)

    assert page() == "<b><script>steal()</script></b>"
    q.code = q.code.replace('mark_safe(f"<b>{name}</b>")', 'format_html("<b>{}</b>", name)')
    assert page() == "<b>&lt;script&gt;steal()&lt;/script&gt;</b>"
    q.says("A script in a nickname would run in the browser")


def test_views_template_tags_5(q):
    bio = Context({"bio": "<b>Hi</b>"})

    assert Template("{{ bio|safe|upper }}").render(bio) == "&lt;B&gt;HI&lt;/B&gt;"
    assert Template("{{ bio|upper|safe }}").render(bio) == "<B>HI</B>"
    assert Template("{{ bio|safe }}").render(bio) == "<b>Hi</b>"
    q.says("Escaped: `upper` gives back an ordinary string without the mark")
