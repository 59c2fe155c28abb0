from collections import defaultdict

import pytest
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import CreateView, ListView


@pytest.fixture
def book_list(app, tables):
    book = app("class Book(models.Model):\n    title = models.TextField()", "library").Book
    tables(book)
    book.objects.create(title="Emma")
    return type("BookList", (ListView,), {"model": book})


def test_views_fbv_cbv_1(q, book_list, site, client, templates):
    templates(texts={"library/book_list.html": "{% for book in object_list %}{{ book.title }}{% endfor %}"})
    names = {"path": path, "BookList": book_list}

    site(q.run(**names).urlpatterns)
    with pytest.raises(TypeError, match=r"__init__\(\) takes 1 positional argument but 2 were given"):
        client.get("/books/")

    def works(line):
        try:
            site([eval(line, names)])
            return client.get("/books/").content == b"Emma"
        except (TypeError, AttributeError):
            return False

    q.is_right_alone(works)


def test_views_fbv_cbv_2(q, site):
    source, urls = q.code.split("# urls.py\n")
    q.code = f"{source}\npage = {urls}"
    site([q.run(View=View, JsonResponse=JsonResponse, path=path).page])

    assert [Client().get("/report/").json()["n"] for _ in range(2)] == [1, 2]
    q.says("1, then 2: both requests append to the same list")


def test_views_fbv_cbv_2__instances(q, rf):
    class Report(View):
        def get(self, request):
            return HttpResponse(id(self))

    view, kept = Report.as_view(), []
    Report.setup = lambda self, request: kept.append(self) or View.setup(self, request)
    for _ in range(2):
        view(rf.get("/"))
    assert kept[0] is not kept[1]


def test_views_fbv_cbv_3(q, rf):
    class Page(View):
        def get(self, request):
            return HttpResponse("hi")

    assert (Page.as_view()(rf.head("/")).status_code == 405) is q.answer
    assert [Page.as_view()(ask("/")).status_code for ask in (rf.get, rf.post, rf.delete)] == [200, 405, 405]


def test_views_fbv_cbv_4(q, app, tables, rf):
    note = app(
        "from django.contrib.auth.models import User\n"
        "class Note(models.Model):\n"
        "    text = models.TextField()\n"
        "    owner = models.ForeignKey(User, models.CASCADE)"
    ).Note
    tables(note)
    hook = q.accept[0]
    called = []

    def own(view, form):
        called.append(form.is_valid())
        form.instance.owner = view.request.user
        return getattr(super(CreateNote, view), hook)(form)

    CreateNote = type("CreateNote", (CreateView,), {"model": note, "fields": ["text"], "success_url": "/", hook: own})
    post = rf.post("/", {"text": "hi"})
    post.user = User.objects.create(username="ann")

    assert CreateNote.as_view()(post).status_code == 302
    assert called == [True] and note.objects.get().owner == post.user
    CreateNote.template_name = "admin/base.html"
    CreateNote.as_view()(rf.post("/", {"text": ""}))
    assert called == [True]


def test_views_fbv_cbv_5(q, site, client):
    names = {"View": View, "login_required": login_required, "HttpResponse": HttpResponse}
    stats = q.run(**names).Stats
    site([path("", stats.as_view())])

    with pytest.raises(AttributeError, match="'Stats' object has no attribute 'user'"):
        client.get("/")
    client.raise_request_exception = False
    assert client.get("/").status_code == 500
    q.says("A 500: the decorator takes `self` for the request")


def test_views_fbv_cbv_5__mended(q, rf):
    q.code = q.code.replace("@login_required", "")
    stats = q.run(View=View, HttpResponse=HttpResponse).Stats
    stats = method_decorator(login_required, name="dispatch")(stats)
    visit = rf.get("/")
    visit.user = AnonymousUser()

    assert stats.as_view()(visit).status_code == 302


def test_views_context_1(q, rf):
    assert Template("[{{ total }}]").render(Context({"sum": 30})) == "[]"
    q.says("The page renders with nothing in that place")


def site_name(request):
    return {"site_name": "processor"}


@pytest.fixture
def with_processor(templates):
    templates(
        texts={"mail.html": "{{ site_name }} {{ order }}"},
        context_processors=[f"{__name__}.site_name"],
    )


def test_views_context_2(q, with_processor, rf):
    assert q.run(render_to_string=render_to_string, order=7).body == " 7"
    assert render_to_string("mail.html", {"order": 7}, request=rf.get("/")) == "processor 7"
    q.says("The call passes no request, so processors do not run")


def test_views_context_3(q, with_processor, rf):
    page = render(rf.get("/"), "mail.html", {"site_name": "view"}).content

    assert (page == b"view ") is q.answer


def test_views_context_3__by_hand(q, with_processor, rf):
    context = RequestContext(rf.get("/"), {"site_name": "view"})

    assert Template("{{ site_name }}").render(context) == "processor"


def test_views_context_4(q, book_list):
    book = book_list.model.objects.get()

    assert Template("[{{ book.delete }}]").render(Context({"book": book})) == "[]"
    assert book_list.model.objects.get() == book
    assert book.delete.alters_data and book.save.alters_data
    assert Template("{{ book.get_deferred_fields }}").render(Context({"book": book})) == "set()"
    q.says("Nothing is deleted: a mark on the method forbids the call")


def test_views_context_5(q):
    loop = "\n".join(line for line in q.code.splitlines() if not line.startswith("#"))
    tags = defaultdict(list, {"a": [1], "b": [2], "c": [3]})

    assert Template(loop).render(Context({"tags": tags})).strip() == ""
    assert tags["items"] == [] and "items" in tags
    del tags["items"]
    assert Template(loop).render(Context({"tags": dict(tags)})).split() == ["a", "b", "c"]
    q.says("`tags.items` is first tried as `tags[\"items\"]`")
