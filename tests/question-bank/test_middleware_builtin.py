import gzip

import django
import pytest
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.test import Client, override_settings
from django.urls import path
from django.views.decorators import clickjacking


def page(request):
    return HttpResponse("page")


def test_middleware_builtin_1(q, site, settings):
    site([path("orders/", page)])
    answers = [
        Client(enforce_csrf_checks=True).post("/orders", "{}", content_type="application/json"),
        Client().get("/orders"),
    ]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(301, "/orders/")] * 2
    q.says("301 to `/orders/`")

    settings.DEBUG = True
    with pytest.raises(RuntimeError, match="APPEND_SLASH"):
        Client().post("/orders", "{}", content_type="application/json")


def test_middleware_builtin_2(q, site, settings):
    site([path("", page)])

    def sent(**request):
        return "Strict-Transport-Security" in Client().get("/", **request).headers

    settings.SECURE_HSTS_SECONDS = 1
    assert not sent() and sent(secure=True)
    settings.SECURE_HSTS_PRELOAD = True
    assert not sent()
    settings.MIDDLEWARE = settings.MIDDLEWARE[1:] + settings.MIDDLEWARE[:1]
    assert not sent()
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert sent(HTTP_X_FORWARDED_PROTO="https")
    q.says("plain HTTP")


class Compressing(GZipMiddleware):
    order = []

    def process_response(self, request, response):
        self.order.append("gzip")
        return super().process_response(request, response)


def inserting(get_response):
    def middleware(request):
        response = get_response(request)
        Compressing.order.append("banner")
        response.content = response.content.replace(b"<body>", b"<body>Sale")
        return response

    return middleware


def test_middleware_builtin_4(q, site, settings):
    site([path("", lambda request: HttpResponse("<body>" + "text " * 100))])

    def shows(*layers):
        settings.MIDDLEWARE = [f"{__name__}.{layer.__name__}" for layer in layers]
        Compressing.order.clear()
        response = Client().get("/", HTTP_ACCEPT_ENCODING="gzip")
        return response["Content-Encoding"] == "gzip" and b"Sale" in gzip.decompress(response.content)

    assert not shows(inserting, Compressing) and Compressing.order == ["gzip", "banner"]
    assert shows(Compressing, inserting) and Compressing.order == ["banner", "gzip"]
    q.says("Above it, since the upper layer handles the response later")


def test_middleware_builtin_6(q, site):
    def fits(choice):
        view, changed = page, {}
        if choice.startswith("@"):
            view = getattr(clickjacking, choice[1:].split()[0])(page)
        elif "=" in choice:
            exec(choice.split(" in ")[0], {}, changed)
        else:
            changed["CSRF_TRUSTED_ORIGINS"] = ["https://partner.example"]
        with override_settings(**changed):
            site([path("framed", view), path("other", page)])
            framed, other = (Client().get(url).headers.get("X-Frame-Options") for url in ("/framed", "/other"))
        return framed is None and other == "DENY"

    q.is_right_alone(fits)


if django.VERSION >= (5, 1):

    def test_middleware_builtin_5(q, site, settings, client):
        from rest_framework.views import APIView

        settings.MIDDLEWARE = [*settings.MIDDLEWARE, "django.contrib.auth.middleware.LoginRequiredMiddleware"]
        site([path("", page), path("api", APIView.as_view())])
        response = client.get("/")

        assert (response.status_code == 302 and response["Location"].startswith(settings.LOGIN_URL)) is q.answer
        assert client.get("/api").status_code == 405
