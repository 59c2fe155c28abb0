import copy
import sys
import types
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ModelState, ProjectState

from bank import named_by

APPS = ("shop", "library", "news")


@pytest.fixture
def q(request):
    """The question that the check is named by; the check's own copy, so that it may change the code and try again."""
    question = named_by(request.node.originalname)
    assert question, f"{request.node.originalname} names no question of the bank"
    return copy.copy(question)


@pytest.fixture(autouse=True)
def forget_models():
    """Models that a check defined are unknown to the next one."""
    yield
    for label in APPS:
        apps.all_models[label].clear()
    apps._pending_operations.clear()
    apps.clear_cache()


@pytest.fixture
def app():
    """Runs source text as the models module of an app, and returns what it defined. Tables are another matter."""

    def run(source, label="shop", **names):
        space = {"__name__": f"{label}.models", **names}
        exec("from django.db import models", space)
        exec(compile(source, f"<models of {label}>", "exec"), space)
        return types.SimpleNamespace(**space)

    return run


@pytest.fixture
def changes(app):
    """The states and the operations when the models of an app change from one source text to another."""

    def between(before, after, questioner=None):
        states = []
        for label, source in (("library", before), ("news", after)):
            app(source, label)
            states.append(ProjectState())
            for model in apps.all_models[label].values():
                state = ModelState.from_model(model)
                state.app_label = "shop"
                states[-1].add_model(state)
        migration, = MigrationAutodetector(*states, questioner)._detect_changes()["shop"]
        return *states, migration.operations

    return between


@pytest.fixture
def tables(db):
    """Makes the tables of models, for the length of the check."""

    def create(*models):
        # Not as a context manager: that would ask for foreign keys to be off, and a check runs inside a transaction.
        editor = connection.SchemaEditorClass(connection, atomic=False)
        editor.deferred_sql = []
        for model in models:
            editor.create_model(model)
        for sql in editor.deferred_sql:
            editor.execute(sql)

    return create


@pytest.fixture
def site(settings):
    """Takes a list of URL patterns (and other names of a URLconf) for the whole site."""

    def serve(urlpatterns, **names):
        module = types.ModuleType("urls_of_check")
        vars(module).update(urlpatterns=urlpatterns, **names)
        sys.modules[module.__name__] = module
        # Assigning it tells Django to forget the URLs it knew.
        settings.ROOT_URLCONF = module.__name__

    yield serve
    sys.modules.pop("urls_of_check", None)


@pytest.fixture
def templates(settings):
    """Takes templates by name, for the length of the check, besides those of the apps."""

    def hold(**more):
        texts = more.pop("texts", {})
        backend = dict(settings.TEMPLATES[0], APP_DIRS=False)
        backend["OPTIONS"] = {
            **backend["OPTIONS"],
            "loaders": [
                ("django.template.loaders.locmem.Loader", texts),
                "django.template.loaders.app_directories.Loader",
            ],
            **more,
        }
        settings.TEMPLATES = [backend]

    return hold


@pytest.fixture
def fresh_project(tmp_path):
    """The names of the files that `startproject` makes, and the settings it writes."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    call_command("startproject", "fresh", str(folder))
    settings = {"__file__": str(folder / "fresh" / "settings.py")}
    exec(Path(settings["__file__"]).read_text("utf-8"), settings)
    return {file.name for file in folder.rglob("*.py")}, settings
