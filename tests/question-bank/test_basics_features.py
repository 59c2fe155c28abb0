import re

import pytest
from django.conf import global_settings
from django.contrib import admin
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.template import TemplateDoesNotExist
from django.urls import include, path

import processes


def test_basics_features_1(q):
    __import__("django.contrib.sitemaps")
    assert global_settings.USE_I18N
    assert {"password_reset", "password_reset_confirm"} <= {url.name for url in include("django.contrib.auth.urls")[0].urlpatterns}
    q.says("A queue and workers for jobs in the background")


def test_basics_features_2(q, site, client):
    site([eval(re.search(r"`(path\(.*?\)\))`", q.ask).group(1))])

    with pytest.raises(TemplateDoesNotExist, match="registration/login.html"):
        client.get("/login/")
    q.says("The login view is built in; its template is yours to write")


def test_basics_features_6(q, db, site, client, templates, settings, fresh_project):
    settings.AUTH_PASSWORD_VALIDATORS = fresh_project[1]["AUTH_PASSWORD_VALIDATORS"]
    bob = User.objects.create_user("bob", password="s3cret-42")
    templates(texts={"registration/login.html": "{{ form.errors }}"})
    site([path("", include("django.contrib.auth.urls")), path("cart/", fill_cart)])

    assert not SetPasswordForm(bob, {"new_password1": "password", "new_password2": "password"}).is_valid()
    algorithm, work, salt, digest = bob.password.split("$")
    assert salt and "s3cret-42" not in digest
    client.get("/cart/")
    key = client.session.session_key
    for _ in range(20):
        assert client.post("/login/", {"username": "bob", "password": "guess"}).status_code == 200
    assert client.post("/login/", {"username": "bob", "password": "s3cret-42"}).status_code == 302
    assert client.session.session_key != key
    q.says("A limit on failed login attempts")


def fill_cart(request):
    request.session["cart"] = 1
    return HttpResponse()


def test_basics_features_7(q, app, tables, client, site):
    order = app("class Order(models.Model):\n    customer = models.CharField(max_length=9)").Order
    tables(order)
    order.objects.create(customer="ann")
    order.objects.create(customer="bob")
    kind = ContentType.objects.create(app_label="shop", model="order")
    ann = User.objects.create_user("ann", is_staff=True)
    ann.user_permissions.add(Permission.objects.create(content_type=kind, codename="change_order"))
    back_office = admin.AdminSite()
    back_office.register(order)
    site([path("admin/", back_office.urls)])
    client.force_login(ann)

    customers = {row.customer for row in client.get("/admin/shop/order/").context["cl"].queryset}

    assert (customers == {"ann"}) is q.answer
    assert customers == {"ann", "bob"}


def test_basics_features_5(q, tmp_path, fresh_project):
    service = tmp_path / "service"
    service.mkdir()
    (service / "__init__.py").touch()
    (service / "models.py").write_text("from django.db import models\nclass Note(models.Model): text = models.TextField()")

    said = processes.run(
        """
import django
from django.conf import settings

settings.configure(
    SECRET_KEY="x", ROOT_URLCONF=__name__, INSTALLED_APPS=["service"], ALLOWED_HOSTS=["testserver"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()

from django.core.management import call_command
from django.http import JsonResponse
from django.test import Client
from django.urls import path
from service.models import Note

call_command("makemigrations", "service", verbosity=0)
call_command("migrate", verbosity=0)
Note.objects.create(text="hi")
urlpatterns = [path("", lambda request: JsonResponse({"notes": list(Note.objects.values("text"))}))]
print(Client().get("/").content.decode())
""",
        tmp_path,
    )

    assert said.strip() == '{"notes": [{"text": "hi"}]}'
    assert len([name for name in fresh_project[1]["INSTALLED_APPS"] if name.startswith("django.contrib.")]) == 6
    q.says("All six of them")
