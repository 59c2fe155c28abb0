import html
import os
import re
import shlex

import django
import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import User
from django.core import checks, mail
from django.core.checks.registry import registry
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.core.signing import BadSignature, Signer
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from bank import plain

MD5 = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def page(request):
    return HttpResponse("page")


def exit_code(*command):
    try:
        call_command(*command)
    except SystemExit as exit:
        return exit.code
    except SystemCheckError:
        return 1
    return 0


def test_deployment_process_1(q, site, settings, db):
    def broken(request):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM not_migrated")

    def status(url="/", host="shop.example", **changed):
        with override_settings(**changed):
            return Client(raise_request_exception=False).get(url, HTTP_HOST=host).status_code

    site([path("", page), path("broken", broken)])
    assert status("/", "localhost", DEBUG=True, ALLOWED_HOSTS=[]) == 200
    causes = {
        "ALLOWED_HOSTS": status(ALLOWED_HOSTS=[]),
        "collectstatic": status(ALLOWED_HOSTS=["shop.example"], STATIC_ROOT="/nowhere"),
        "migrations": status("/broken", ALLOWED_HOSTS=["shop.example"]),
        "SECRET_KEY": status(ALLOWED_HOSTS=["shop.example"], SECRET_KEY="another"),
    }
    q.is_right_alone(lambda choice: next(got for word, got in causes.items() if word in choice) == 400)


def test_deployment_process_2(q, db):
    recorder = MigrationRecorder(connection)
    last = max(name for app, name in recorder.applied_migrations() if app == "auth")
    commands = [plain(choice).split()[1:] for choice in q.choices]
    assert [exit_code(*command) for command in commands] == [0] * 4

    recorder.record_unapplied("auth", last)
    q.is_right_alone(lambda choice: exit_code(*choice.split()[1:]) == 1)
    assert ("auth", last) not in recorder.applied_migrations()


def test_deployment_process_3(q, site):
    changes = {
        "SECURE_PROXY_SSL_HEADER": {"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")},
        "USE_X_FORWARDED_HOST": {"USE_X_FORWARDED_HOST": True},
        "SECURE_HSTS_SECONDS": {"SECURE_HSTS_SECONDS": 0},
        "CSRF_COOKIE_SECURE": {"SESSION_COOKIE_SECURE": True, "CSRF_COOKIE_SECURE": True},
    }
    site([path("", page)])

    def served(choice):
        with override_settings(SECURE_SSL_REDIRECT=True, **next(changed for name, changed in changes.items() if name in choice)):
            response = Client().get("/", HTTP_X_FORWARDED_PROTO="https", HTTP_X_FORWARDED_HOST="testserver")
        assert response.status_code == 200 or response["Location"] == "https://testserver/"
        return response.status_code == 200

    q.is_right_alone(served)


def test_deployment_process_4(q, capsys):
    def fails(level, options):
        def check(app_configs, **kwargs):
            return [level("found")]

        registry.register(check, "bank", deploy=True)
        try:
            return exit_code("check", "--deploy", "--tag", "bank", *shlex.split(options)) == 1
        finally:
            registry.deployment_checks.discard(check)

    def rightly(options):
        return [fails(level, options) for level in (checks.Info, checks.Warning, checks.Error)] == [False, True, True]

    assert not fails(checks.Warning, "") and exit_code("check", "--deploy") == 0
    assert "WARNINGS" in capsys.readouterr().err
    # Spellings with the command and without its dashes are the same two words.
    assert all(rightly(spelling) for spelling in q.accept if spelling.startswith("--fail-level") and "--deploy" not in spelling)
    assert not any(rightly(spelling) for spelling in q.wrong if spelling != "--fail-level")


def test_deployment_security_1(q, client, db, settings):
    settings.PASSWORD_HASHERS = MD5
    User.objects.create_user("ann", password="secret")
    assert not any(client.login(username="ann", password=f"guess {number}") for number in range(50))

    assert client.login(username="ann", password="secret") is not q.answer


def test_deployment_security_2(q, site, settings, client, db):
    site([path("", page)])
    settings.SECURE_HSTS_SECONDS = 31536000
    assert client.get("/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"
    assert not client.cookies

    del settings.SECURE_HSTS_SECONDS
    response = client.get("/")
    assert response.status_code == 200 and "Strict-Transport-Security" not in response.headers
    q.says("Their browsers keep the rule")


def test_deployment_security_4(q, site, settings, db):
    User.objects.create_user("ann", "ann@example.com", "secret")
    site([path("", include("django.contrib.auth.urls"))])
    assert "django.contrib.sites" not in settings.INSTALLED_APPS

    def forged(**client_options):
        return Client(**client_options).post("/password_reset/", {"email": "ann@example.com"}, HTTP_HOST="evil.example")

    assert forged().status_code == 400 and not mail.outbox
    settings.ALLOWED_HOSTS = ["*"]
    response = forged()
    assert "http://evil.example/reset/" in mail.outbox[0].body
    assert not any(header.startswith("Access-Control") for header in response.headers)
    assert forged(enforce_csrf_checks=True).status_code == 403
    q.says("a foreign domain into a reset mail")


def test_deployment_security_5(q, site, client, db, settings):
    def view(request):
        request.session["cart"] = {}
        return HttpResponse()

    site([path("", view)])
    flags = []
    for settings.SESSION_COOKIE_SECURE in (False, True):
        cookie = client.get("/").cookies["sessionid"]
        flags.append((bool(cookie["secure"]), bool(cookie["httponly"])))

    assert flags == [(False, True), (True, True)]
    q.says("The cookie going out with a plain request")


def test_deployment_env_1(q, monkeypatch):
    monkeypatch.setenv("DEBUG", "False")
    assert q.run(os=os).DEBUG == "False"
    monkeypatch.delenv("DEBUG")
    assert q.run(os=os).DEBUG is False
    q.says("non-empty string")


def test_deployment_env_2(q, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "mysite.settings.prod")
    q.run(os=os)

    assert (os.environ["DJANGO_SETTINGS_MODULE"] == "mysite.settings.prod") is q.answer


def test_deployment_env_4(q, monkeypatch, settings):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert q.run(os=os).SECRET_KEY == "local-development-key"

    hashed = make_password("secret")
    settings.SECRET_KEY = "another"
    assert check_password("secret", hashed)
    settings.SECRET_KEY = ""
    with pytest.raises(ImproperlyConfigured):
        settings.SECRET_KEY
    q.says("runs on a key from the repository")


def test_deployment_env_5(q, site, settings):
    def fails(request):
        raise ValueError

    settings.DEBUG = True
    settings.DATABASE_URL = q.run().DATABASE_URL
    settings.SHOP_PASSWORD = "hunter3"
    site([path("", fails)])
    shown = Client(raise_request_exception=False).get("/").content.decode()

    listed = dict(re.findall(r"<td>(\w+)</td>\s*<td class=\"code\"><pre>(.*?)</pre>", shown, re.DOTALL))
    assert html.unescape(listed["DATABASE_URL"]) == repr(settings.DATABASE_URL)
    assert re.fullmatch(r"\*+", html.unescape(listed["SHOP_PASSWORD"]).strip("'"))
    q.says("As it is")


if django.VERSION >= (4, 0):

    def test_deployment_security_3(q, site):
        site([path("", page)])

        def admitted(choice):
            changed = {"ALLOWED_HOSTS": ["api.example.com"]}
            exec(choice, {}, changed)
            with override_settings(**changed):
                client = Client(enforce_csrf_checks=True)
                client.cookies["csrftoken"] = token = "a" * 32
                headers = {"HTTP_ORIGIN": "https://app.example.com", "HTTP_X_CSRFTOKEN": token, "HTTP_HOST": "api.example.com"}
                return client.post("/", secure=True, **headers).status_code == 200

        q.is_right_alone(admitted)


if django.VERSION >= (4, 1):

    def test_deployment_env_6(q, settings):
        forged, hashed = Signer(key="leaked").sign("ann"), make_password("secret")
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", ["leaked"]
        assert Signer().unsign(forged) == "ann"
        assert Signer().sign("ann") == Signer(key="new").sign("ann") != forged
        assert check_password("secret", hashed)
        q.says("is still accepted")

        settings.SECRET_KEY_FALLBACKS = []
        with pytest.raises(BadSignature):
            Signer().unsign(forged)
