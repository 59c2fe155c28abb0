import json
import sys
import textwrap
import threading
from types import SimpleNamespace

import django
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.utils.text import slugify

ORDER = "class Order(models.Model):\n    title = models.TextField()"
PROFILE = "class Profile(models.Model):\n    user = models.OneToOneField('auth.User', models.CASCADE)"


@pytest.fixture(autouse=True)
def forget_receivers():
    """Receivers that a check connected are unknown to the next one."""
    before = {signal: list(signal.receivers) for signal in (pre_save, post_save)}
    yield
    for signal, receivers in before.items():
        signal.receivers = receivers
        signal.sender_receivers_cache.clear()


@pytest.fixture
def order(app, tables):
    model = app(ORDER).Order
    tables(model)
    return model


def test_misc_signals_1(q, order, tmp_path, monkeypatch):
    module = "signals_of_check"
    source = "print('imported')\n@receiver(post_save, sender=Order)\ndef note(sender, **kwargs):\n    calls.append(1)\n"
    (tmp_path / f"{module}.py").write_text(f"from names_of_check import *\n{source}", "utf-8")
    calls = []
    monkeypatch.syspath_prepend(tmp_path)
    names = SimpleNamespace(__name__="names_of_check", receiver=receiver, post_save=post_save, Order=order, calls=calls)
    monkeypatch.setitem(sys.modules, names.__name__, names)

    order().save()
    post_save.send(sender=order)
    assert calls == []
    monkeypatch.setitem(sys.modules, module, __import__(module))
    order().save()
    assert calls == [1]
    q.says("Import the module")


def logs(q, order, monkeypatch, *options):
    logged = []
    monkeypatch.setitem(sys.modules, "shop.models", SimpleNamespace(Order=order))
    code = q.code.replace("sender=Order", ", ".join(["sender=Order", *options]))
    space = {"post_save": post_save, "logger": SimpleNamespace(warning=logged.append)}
    exec("class Shop:\n" + textwrap.indent(code, "    "), space)
    space["Shop"]().ready()
    order().save()
    return bool(logged)


def test_misc_signals_2(q, order, monkeypatch, settings):
    assert not settings.DEBUG
    assert not logs(q, order, monkeypatch)
    assert logs(q, order, monkeypatch, "weak=False")
    q.says("weak reference")


def test_misc_signals_2__debug(q, order, monkeypatch, settings):
    settings.DEBUG = True
    assert logs(q, order, monkeypatch)
    assert "debug mode" in q.explain


def test_misc_signals_3(q, order):
    events = []

    def mail(sender, **kwargs):
        events.append(threading.get_ident())

    post_save.connect(mail, sender=order)
    order().save()
    events.append("after save()")

    assert (events[0] == "after save()") is q.answer
    assert events == [threading.get_ident(), "after save()"]


def test_misc_signals_6(q, order):
    def mails(choice):
        options = ["sender=Order"] if "sender" in choice else ["weak=False"] if "weak" in choice else ['dispatch_uid="mail"'] if "dispatch_uid" in choice else []
        test = "if created: " if "created" in choice else ""
        sent, imported = [], []
        for path in ("shop.signals", "mysite.shop.signals"):
            space = {"__name__": path, "receiver": receiver, "post_save": post_save, "Order": order, "sent": sent}
            exec(f"@receiver({', '.join(['post_save', *options])})\ndef mail(sender, created, **kwargs):\n    {test}sent.append(1)", space)
            imported.append(space)
        order().save()
        post_save.receivers = []
        post_save.sender_receivers_cache.clear()
        return len(sent)

    assert mails("") == 2
    q.is_right_alone(lambda choice: mails(choice) == 1)


def test_misc_save_signals_1(q, order):
    sent = []

    def note(sender, **kwargs):
        sent.append(1)

    for signal in (pre_save, post_save):
        signal.connect(note, sender=order)
    orders = order.objects.bulk_create([order(title="a"), order(title="b")])
    order.objects.update(title="c")
    order.objects.bulk_update(order.objects.all(), ["title"])
    assert len(orders) == 2 and not sent
    order().save()
    assert len(sent) == 2
    q.says("neither `pre_save` nor `post_save`")


def test_misc_save_signals_2(q, order):
    sent, early = [], []

    def note(sender, **kwargs):
        sent.append(kwargs)

    def note_early(sender, **kwargs):
        early.append(kwargs)

    post_save.connect(note, sender=order)
    pre_save.connect(note_early, sender=order)
    one = order()
    one.save()
    one.save()

    assert [kwargs[q.accept[0]] for kwargs in sent] == [True, False]
    assert [(kwargs["update_fields"], kwargs["raw"]) for kwargs in sent] == [(None, False)] * 2
    assert all(q.accept[0] not in kwargs for kwargs in early)


def test_misc_save_signals_3(q, app, tables, tmp_path):
    profile = app(PROFILE).Profile
    tables(profile)
    rows = [
        {"model": "auth.user", "pk": 5, "fields": {"username": "ann", "password": "x"}},
        {"model": "shop.profile", "pk": 7, "fields": {"user": 5}},
    ]
    fixture = tmp_path / "users.json"
    fixture.write_text(json.dumps(rows), "utf-8")

    def works(run):
        try:
            with transaction.atomic():
                run()
        except (IntegrityError, ValueError):
            return False
        return profile.objects.count() == 1

    def mends(choice):
        condition = next((word for word in ("raw", "created", "update_fields") if f" {word} is" in choice), None)

        def add(sender, instance, created=True, **kwargs):
            given = {**kwargs, "created": created}
            if condition and (given[condition] is None if condition == "update_fields" else given[condition]):
                return
            if created:
                profile.objects.create(user=instance)

        signal = pre_save if "pre_save" in choice else post_save
        signal.connect(add, sender=User)
        try:
            return [forgotten(run) for run in (lambda: call_command("loaddata", str(fixture), verbosity=0), lambda: User.objects.create(username="bob"))] == [True, True]
        finally:
            signal.disconnect(add, sender=User)

    def forgotten(run):
        worked = works(run)
        profile.objects.all().delete()
        User.objects.all().delete()
        return worked

    q.is_right_alone(mends)
    assert not mends("")


def test_misc_save_signals_4(q, app, tables):
    book = app("class Book(models.Model):\n    title = models.TextField()\n    slug = models.TextField()").Book
    tables(book)
    last = q.code.splitlines()[-1].strip()

    def ends(line):
        # Outside a transaction on_commit() calls at once; inside, the same calls follow the commit.
        at_once = SimpleNamespace(on_commit=lambda run: run())
        space = {"receiver": receiver, "post_save": post_save, "slugify": slugify, "Book": book, "transaction": at_once}
        exec(q.code.replace(last, line), space)
        try:
            with transaction.atomic():
                pk = book.objects.create(title="Pride and Prejudice").pk
                return book.objects.get(pk=pk).slug == "pride-and-prejudice"
        except RecursionError:
            return False
        finally:
            post_save.disconnect(space["fill_slug"], sender=book)

    assert not ends(last)
    q.is_right_alone(ends)


def test_misc_save_signals_5(q, order, django_capture_on_commit_callbacks):
    seen, queued = [], []

    def queue(sender, instance, created, **kwargs):
        instance.refresh_from_db()
        seen.append((created, connection.in_atomic_block))
        transaction.on_commit(lambda: queued.append(instance.pk))

    post_save.connect(queue, sender=order)
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            pk = order.objects.create().pk
        assert seen == [(True, True)] and queued == []
    assert queued == [pk]

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        with transaction.atomic():
            order.objects.create()
            1 / 0
    assert queued == [pk]
    q.says("`transaction.on_commit()`")


if django.VERSION >= (5, 0):

    def test_misc_save_signals_5__async(order):
        events = []

        async def queue(sender, **kwargs):
            events.append("receiver")

        post_save.connect(queue, sender=order)
        order().save()
        events.append("after save()")

        assert events == ["receiver", "after save()"]
