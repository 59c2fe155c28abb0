import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

import processes

PROJECT = """
import sys
import types

import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "people"], SECRET_KEY="x",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", AUTH_USER_MODEL="people.Member",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()
"""
STOCK_MEMBER = """
from django.contrib.auth.models import AbstractUser


class Member(AbstractUser):
    pass
"""


@pytest.fixture
def people(tmp_path):
    """Takes the models of an app with a user model, runs source text in a project with it, and returns what that printed."""

    def run(models, source):
        (tmp_path / "people").mkdir(exist_ok=True)
        (tmp_path / "people" / "__init__.py").touch()
        (tmp_path / "people" / "models.py").write_text(models)
        return processes.run(PROJECT + source, tmp_path).split()

    return run


def test_auth_custom_user_1(q, people):
    def works(choice):
        source = f"""
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import models

try:
    class Article(models.Model):
        author = {choice}
        class Meta:
            app_label = "people"
    faults = [fault.id for fault in Article.check()]
    print(*faults or ["works" if Article._meta.get_field("author").related_model is get_user_model() else "other"])
except AssertionError:
    print("abstract")
"""
        return people(STOCK_MEMBER, source)[0]

    outcomes = {choice: works(choice.strip("`")) for choice in q.choices}

    assert outcomes.pop(q.right) == "works"
    assert set(outcomes.values()) <= {"abstract", "fields.E300", "fields.E301"}


def test_auth_custom_user_2(q, people):
    said = people(
        STOCK_MEMBER,
        f"""
from django.contrib import auth
from django.contrib.auth.models import User

try:
    User.objects
except AttributeError as fault:
    print(str(fault).split(";")[0].replace(" ", "_"))
print(auth.{q.accept[0]}().__name__, isinstance(settings.AUTH_USER_MODEL, str))
""",
    )

    assert said == ["Manager_isn't_available", "Member", "True"]


def asked(people, code, fields):
    """What `createsuperuser` asks for, or the id of the system check that fails."""
    member = """
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class MemberManager(BaseUserManager):
    def create_superuser(self, password, **fields):
        self.create(password=password, **fields)


"""
    return people(
        member + code.replace("...", fields),
        """
import builtins
from django.contrib.auth.checks import check_user_model
from django.contrib.auth.management.commands import createsuperuser
from django.core.management import call_command

faults = [fault.id for fault in check_user_model()]
if faults:
    sys.exit(print(*faults))


def answer(prompt="Password: "):
    print(prompt.strip().rstrip(":").replace(" ", "_"))
    return "ann@corp.example" if prompt == "Email: " else "long-Pass-77"


builtins.input = createsuperuser.getpass.getpass = answer
sys.stdin.isatty = lambda: True
call_command("migrate", run_syncdb=True, verbosity=0)
call_command("createsuperuser", verbosity=0)
""",
    )


def test_auth_custom_user_3(q, people):
    prompts = {choice: asked(people, q.code, choice.strip("`")) for choice in q.choices}

    assert prompts.pop(q.right) == ["Email", "Name", "Password", "Password_(again)"]
    assert prompts.pop('`["name", "password"]`') == ["Email", "Name", "Password"]  # by input(), in clear, and not twice
    assert list(prompts.values()) == [["auth.E002"], ["auth.E002"]]


class Knows:
    def authenticate(self, request, username=None, password=None):
        return User(username="known")


class KnowsNobody(Knows):
    def authenticate(self, request, username=None, password=None):
        return None


class Forbids(Knows):
    def authenticate(self, request, username=None, password=None):
        raise PermissionDenied


class WantsToken(Knows):
    def authenticate(self, request, token):
        raise AssertionError("Not its credentials")


def test_auth_custom_user_4(q, settings):
    def logs_in(*backends):
        settings.AUTHENTICATION_BACKENDS = [f"{__name__}.{backend.__name__}" for backend in backends]
        return authenticate(username="known", password="x") is not None

    fails = not logs_in(KnowsNobody, Knows)

    assert fails is q.answer
    assert not logs_in(Forbids, Knows)
    assert logs_in(WantsToken, Knows)


def test_auth_custom_user_5(q, app):
    proxy = app(
        "from django.contrib.auth.models import User\n"
        "class Staff(User):\n"
        "    phone = models.TextField()\n"
        "    class Meta:\n"
        "        proxy = True"
    ).Staff

    assert "models.E017" in [fault.id for fault in proxy.check()]
    q.says("A profile model, linked to the user by a `OneToOneField`")


def test_auth_custom_user_5__add_to_class(q, tmp_path):
    said = processes.run(
        PROJECT.replace(', "people"', "").replace("people.Member", "auth.User")
        + """
from django.contrib.auth.models import User
from django.db import models
from django.core.management import call_command

User.add_to_class("phone", models.TextField(default=""))
call_command("makemigrations", dry_run=True)
""",
        tmp_path,
    )

    assert "Migrations for 'auth'" in said and "Add field phone to user" in said
