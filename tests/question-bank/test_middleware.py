import sys
import types

import pytest
from asgiref.sync import async_to_sync
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpResponse
from django.test import AsyncClient, Client
from django.urls import path

SESSION = "django.contrib.sessions.middleware.SessionMiddleware"
AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"


def page(request):
    return HttpResponse("page")


def raising(error):
    def view(request):
        raise error

    return view


class Layer:
    """Notes its letter on the way out; a subclass says what it does before."""

    letter = None
    note = []

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        self.note.append(self.letter)
        return response


@pytest.fixture
def note():
    Layer.note = []
    return Layer.note


@pytest.fixture
def layers(settings):
    """Makes `MIDDLEWARE` of factories, and of Django's own by their paths."""
    module = types.ModuleType("layers_of_check")
    sys.modules[module.__name__] = module

    def use(*factories):
        named = {f"layer{i}": factory for i, factory in enumerate(factories)}
        vars(module).update(named)
        settings.MIDDLEWARE = [f if isinstance(f, str) else f"{module.__name__}.{name}" for name, f in named.items()]

    yield use
    del sys.modules[module.__name__]


def layer(name, **members):
    return type(name, (Layer,), {"letter": name, **members})


def test_middleware_concept_1(q, layers, site, client, note):
    def noting(name):
        def __call__(self, request):
            note.append(f"{name} in")
            response = self.get_response(request)
            note.append(f"{name} out")
            return response

        return layer(name, __call__=__call__)

    layers(noting("A"), noting("B"), noting("C"))
    site([path("", lambda request: note.append("view") or HttpResponse())])
    client.get("/")

    q.is_right_alone(lambda choice: choice == ", ".join(note))


def test_middleware_concept_2(q, layers, site, client, note):
    layers(layer("A"), layer("B", __call__=lambda self, request: HttpResponse()), layer("C"))
    site([path("", lambda request: note.append("view") or HttpResponse())])
    client.get("/")

    assert note == ["A"]
    q.says("Only A's code")


def test_middleware_concept_3(q, layers, site, client):
    layers()
    site([path("", page)])
    response = client.get("/")

    assert (response.content == b"page") is q.answer
    assert not hasattr(response.wsgi_request, "session") and not hasattr(response.wsgi_request, "user")


def test_middleware_concept_4(q, layers, site, client):
    spots = {}
    for spot in (1, 2):
        q.code = q.code.replace(f"# spot {spot}", f"spots[{spot}] = hasattr(request, 'user')")
    layers(SESSION, q.run(spots=spots).audit, AUTHENTICATION)
    site([path("", page)])
    client.get("/")

    assert spots == {1: False, 2: True}
    q.says("At spot 2 only")


def test_middleware_concept_5(q, layers, site, client):
    seen = []

    def last(get_response):
        def middleware(request):
            response = get_response(request)
            seen.append(response.status_code)
            return response

        return middleware

    layers(layer("A"), last)
    client.raise_request_exception = False
    site([path("", raising(PermissionDenied())), path("404", raising(Http404())), path("500", raising(ValueError()))])
    for url in ("/", "/404", "/500"):
        client.get(url)

    assert [str(status) for status in seen] == [q.accept[0], "404", "500"]


def test_middleware_custom_1(q, layers, site, client):
    clock, built = iter([0.0, 9.0, 9.5, 10.0]), []

    class Counted(q.run(time=types.SimpleNamespace(monotonic=lambda: next(clock))).Timing):
        def __init__(self, get_response):
            built.append(self)
            super().__init__(get_response)

    # The slow request is still under way when another one comes and goes.
    layers(Counted)
    site([path("slow", lambda request: client.get("/quick")), path("quick", page)])
    took = client.get("/slow")["X-Took"]

    assert took == "1.000" and len(built) == 1
    q.says("One instance")


def test_middleware_custom_2(q, layers, site, settings, client):
    app_header, calls = q.run().app_header, []
    site([path("", lambda request: calls.append(1) or HttpResponse())])

    standard = settings.MIDDLEWARE
    layers(app_header)
    settings.MIDDLEWARE = standard + settings.MIDDLEWARE
    client.raise_request_exception = False
    assert client.get("/").status_code == 500 and calls == [1]

    layers(app_header)
    with pytest.raises(AttributeError, match="NoneType"):
        Client().get("/")
    q.says("`None`")


def ask_async(site):
    async def view(request):
        return HttpResponse("async")

    async def ask():
        return await AsyncClient().get("/")

    site([path("", view)])
    return async_to_sync(ask)()


def test_middleware_custom_4(q, layers, site, note):
    layers(layer("A"), SESSION)

    assert ask_async(site).content == b"async" and note == ["A"]
    q.says("They work, but Django has to adapt")


def test_middleware_custom_4__false_promise(layers, site):
    taken = []

    def __call__(self, request):
        taken.append(self.get_response(request))
        return HttpResponse()

    layers(layer("A", __call__=__call__, async_capable=True))
    with pytest.raises(TypeError, match="await"):
        ask_async(site)

    assert isinstance(taken[0], types.CoroutineType)
    taken[0].close()


def test_middleware_custom_5(q, layers, site, client):
    caught, statuses, signals = [], [], []

    def __call__(self, request):
        response = self.get_response(request)
        statuses.append(response.status_code)
        return response

    reporting = layer("A", __call__=__call__, process_exception=lambda self, request, error: caught.append(error))
    broken = layer("B", __call__=lambda self, request: raising(ValueError())(request))
    client.raise_request_exception = False
    got_request_exception.connect(lambda **kwargs: signals.append(1), dispatch_uid="check", weak=False)
    try:
        layers(reporting, broken)
        site([path("", page)])
        client.get("/")
    finally:
        got_request_exception.disconnect(dispatch_uid="check")
    assert bool(caught) is q.answer
    assert statuses == [500] and signals == [1]

    layers(reporting)
    site([path("", raising(ValueError()))])
    Client(raise_request_exception=False).get("/")
    assert len(caught) == 1


def test_middleware_custom_6(q, layers, site, client, note):
    layers(layer("A"), layer("B", process_view=lambda self, *rest: HttpResponse()), layer("C"))
    site([path("", lambda request: note.append("view") or HttpResponse())])
    client.get("/")

    assert ", ".join(note) == q.accept[0]
