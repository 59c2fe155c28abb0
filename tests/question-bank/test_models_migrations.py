import re

import pytest
from django.db.migrations.questioner import InteractiveMigrationQuestioner

import processes

SHOP = """
import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["shop"], DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", SECRET_KEY="x",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.recorder import MigrationRecorder


def migrate(target=None):
    call_command("migrate", "shop", *[target] if target else [], verbosity=0)


def applied():
    return sorted(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "shop")
"""


@pytest.fixture
def migrated(tmp_path):
    """Takes the models and the migrations of an app, runs source text in a project with it, and returns what that printed."""

    def run(source, models, **files):
        folder = tmp_path / "shop" / "migrations"
        folder.mkdir(parents=True)
        (tmp_path / "shop" / "__init__.py").touch()
        (folder / "__init__.py").touch()
        (tmp_path / "shop" / "models.py").write_text("from django.db import models\n" + models)
        before = None
        for name, body in files.items():
            depends = f"    dependencies = [('shop', '{before}')]\n" if before and "replaces" not in body else ""
            (folder / f"{name}.py").write_text(
                "from django.db import migrations, models\n"
                + body.replace("class Migration:", f"class Migration(migrations.Migration):\n{depends}")
            )
            before = name
        return processes.run(SHOP + source, tmp_path).split()

    return run


CREATE = """
class Migration:
    operations = [migrations.CreateModel("Order", [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("slug", models.TextField(default="")),
    ])]
"""
ADD_PAID = """
class Migration:
    operations = [migrations.AddField("Order", "paid_at", models.DateTimeField(null=True))]
"""
ORDER = "class Order(models.Model):\n    slug = models.TextField(default='')\n    paid_at = models.DateTimeField(null=True)"


def test_models_migrations_1(q, migrated):
    said = migrated(
        f"""
from shop.models import Order

migrate("m0001")
try:
    list(Order.objects.all())
except OperationalError as fault:
    print(str(fault).replace(" ", "_"))
call_command("makemigrations", "shop", check_changes=True, dry_run=True, verbosity=0)  # exits if it finds any
call_command("{q.accept[0]}", verbosity=0)
print(list(Order.objects.all()))
""",
        ORDER, m0001=CREATE, m0002=ADD_PAID,
    )

    assert said == ["no_such_column:_shop_order.paid_at", "[]"]


VISITOR = "class Visitor(models.Model):\n    name = models.TextField()"


def test_models_migrations_2(q, changes, monkeypatch, capsys):
    field = re.search(r"`(\w+ = models.*?\))`", q.ask).group(1)
    answers = iter(["1", "'DE'"])
    monkeypatch.setattr("builtins.input", lambda *prompt: next(answers))

    _, _, (added,) = changes(VISITOR, f"{VISITOR}\n    {field}", InteractiveMigrationQuestioner())

    assert "one-off default" in capsys.readouterr().out
    assert (added.field.default, added.preserve_default, added.field.null) == ("DE", False, False)
    q.says("It asks for a one-off default for the rows that exist")


def test_models_migrations_2__optional_text(q, changes):
    field = "country = models.CharField(max_length=2, blank=True)"

    # It asks nothing: there is no input to ask.
    _, _, (added,) = changes(VISITOR, f"{VISITOR}\n    {field}", InteractiveMigrationQuestioner())

    assert added.field.get_default() == ""


def test_models_migrations_3(q, migrated):
    said = migrated(
        """
import sys

try:
    migrate()
except OperationalError as fault:
    print(str(fault).replace(" ", "_"))
sys.modules["shop.migrations.m0002"].historical = True
migrate()
print(*applied())
""",
        ORDER,
        m0001=CREATE,
        m0002="""
historical = False


def fill(apps, schema_editor):
    from shop.models import Order
    if historical:
        Order = apps.get_model("shop", "Order")
    list(Order.objects.all())


class Migration:
    operations = [migrations.RunPython(fill)]
""",
        m0003=ADD_PAID,
    )

    assert said == ["no_such_column:_shop_order.paid_at", "m0001", "m0002", "m0003"]
    q.says("By then the imported class is newer than the table")


def test_models_migrations_4(q, migrated):
    operation = re.search(r"`(migrations\..*?\))`", q.ask).group(1)
    said = migrated(
        """
migrate("m0005")
try:
    migrate("m0004")
except IrreversibleError:
    print("irreversible", *applied())
""",
        ORDER,
        m0004=CREATE,
        m0005=f"def fill_slugs(apps, schema_editor): pass\n\n\nclass Migration:\n    operations = [{operation}]",
    )

    assert (said == ["irreversible", "m0004", "m0005"]) is q.answer


def test_models_migrations_4__noop(q, migrated):
    said = migrated(
        'migrate("m0005")\nmigrate("m0004")\nprint(*applied())',
        ORDER,
        m0004=CREATE,
        m0005="class Migration:\n    operations = [migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)]",
    )

    assert said == ["m0004"]


def test_models_migrations_5(q, migrated):
    mark = """
def run(apps, schema_editor):
    print("{name}")


class Migration:
    {more}operations = [migrations.RunPython(run)]
"""
    steps = {f"m{n:04}": mark.replace("{name}", f"ran-m{n:04}").replace("{more}", "") for n in (1, 2, 3)}
    said = migrated(
        """
MigrationRecorder(connection).ensure_schema()
MigrationRecorder(connection).record_applied("shop", "m0001")
migrate()
print(*applied())
""",
        "",
        **steps,
        squashed=mark.replace("{name}", "ran-squashed").replace("{more}", f"replaces = {[('shop', name) for name in steps]}\n    "),
    )

    assert said == ["ran-m0002", "ran-m0003", "m0001", "m0002", "m0003", "squashed"]
    q.says("It runs 0036 to 0040, then records the squash too")


def test_models_migrations_5__new_database(q, migrated):
    run = "def run(apps, schema_editor):\n    print('ran-{}')\n\n\nclass Migration:\n    {}operations = [migrations.RunPython(run)]"
    said = migrated(
        "migrate()\nprint(*applied())",
        "",
        m0001=run.format("m0001", ""),
        squashed=run.format("squashed", "replaces = [('shop', 'm0001')]\n    "),
    )

    assert said == ["ran-squashed", "m0001", "squashed"]
