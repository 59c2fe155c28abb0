import datetime

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from rest_framework import serializers

from rest import serializer_of


@pytest.fixture
def user(db):
    return User.objects.create_user("ann", password="secret")


def note_model(app):
    return app("class Note(models.Model):\n    title = models.TextField()\n    body = models.TextField()").Note


def test_drf_serializers_1(q, app, tables):
    note = note_model(app)
    tables(note)
    request = type("Request", (), {"data": {"title": "t", "body": "b"}})

    with pytest.raises(AssertionError, match="is_valid"):
        q.run(NoteSerializer=serializer_of(note, "title", "body"), request=request)
    assert not note.objects.exists()
    q.says("`AssertionError`")


def test_drf_serializers_2(q, app, tables):
    note = note_model(app)
    tables(note)
    old = note.objects.create(title="Old", body="kept")
    whole = serializer_of(note, "title", "body")

    assert not whole(old, data={"title": "New"}).is_valid()
    part = whole(old, data={"title": "New"}, **{q.accept[0]: True})
    assert part.is_valid(), part.errors
    assert (part.save().title, note.objects.get().body) == ("New", "kept")
    assert not whole(old, data={"title": ""}, **{q.accept[0]: True}).is_valid()


def test_drf_serializers_3(q):
    space = {"serializers": serializers}
    exec(q.code_in("class Stay(serializers.Serializer):\n    start = serializers.DateField()\n    end = serializers.DateField()"), space)
    seen = []

    class Stay(space["Stay"]):
        def validate(self, data):
            seen.append(data)
            return super().validate(data)

    old = type("Old", (), {"start": datetime.date(2025, 6, 1), "end": datetime.date(2025, 6, 2)})()
    assert Stay(old, data={"start": "2025-06-01", "end": "2025-07-01"}).is_valid()
    stay = Stay(old, data={"end": "2025-07-01"}, partial=True)
    with pytest.raises(KeyError, match="start"):
        stay.is_valid()
    assert dict(seen[1]) == {"end": datetime.date(2025, 7, 1)} and stay.instance.start == old.start
    q.says("`data` has no `start`")


def test_drf_serializers_4(q):
    class Book(serializers.Serializer):
        title = serializers.CharField()
        price = serializers.IntegerField(read_only=True)

    book = Book(data={"title": "Emma", "price": "cheap"})
    assert book.is_valid() is not q.answer
    assert dict(book.validated_data) == {"title": "Emma"}


def test_drf_serializers_5(q):
    class Either(serializers.Serializer):
        pk = serializers.IntegerField()

        def create(self, data):
            return "create"

        def update(self, instance, data):
            return "update"

    def called(*instance):
        serializer = Either(*instance, data={"pk": 1})
        serializer.is_valid()
        return serializer.save()

    assert called() == "create" and called(object()) == "update"
    q.says("with an instance")


def test_drf_model_serializer_1(q, app, tables):
    book = app("class Book(models.Model):\n    isbn = models.CharField(max_length=13, unique=True)").Book
    tables(book)
    made = serializer_of(book, "isbn")
    first = made(data={"isbn": "1"})
    assert first.is_valid() and first.save() == book.objects.get()
    changed = made(book.objects.get(), data={"isbn": "2"})
    assert changed.is_valid() and changed.save() and book.objects.get().isbn == "2"
    assert not made(data={"isbn": "2"}).is_valid() and not made(data={"isbn": "1" * 14}).is_valid()
    q.says("Field declarations, `create()` and `update()`")


def test_drf_model_serializer_2(q, app, tables):
    shop = app(
        "class Order(models.Model):\n    customer = models.TextField()\n"
        "class Line(models.Model):\n"
        '    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")\n'
        "    amount = models.IntegerField()"
    )
    tables(shop.Order, shop.Line)
    code = q.run(serializers=serializers, Order=shop.Order, LineSerializer=serializer_of(shop.Line, "amount"))
    order = code.OrderSerializer(data={"customer": "Ann", "lines": [{"amount": 1}, {"amount": 2}]})

    assert order.is_valid(), order.errors
    with pytest.raises(AssertionError, match="writable nested"):
        order.save()
    assert not shop.Order.objects.exists() and not shop.Line.objects.exists()
    q.says("`save()` raises")


def test_drf_model_serializer_3(q, app):
    book = app("class Book(models.Model):\n    title = models.TextField()\n    def clean(self):\n        raise error", error=ValidationError("no")).Book

    assert not modelform_factory(book, fields=["title"])({"title": "Emma"}).is_valid()
    assert serializer_of(book, "title")(data={"title": "Emma"}).is_valid() is not q.answer


def test_drf_model_serializer_4(q, user):
    def changes(code, partial=True):
        space = {"serializers": serializers, "User": User}
        exec(code, space)
        profile = space["ProfileSerializer"](user if partial else None, data={"email": "new@example.com", "first_name": "Ann"}, partial=partial)
        profile.is_valid(raise_exception=True)
        return "email" in profile.validated_data

    declared = "    email = serializers.EmailField()\n"
    assert declared in q.code and changes(q.code) and changes(q.code, partial=False)
    assert changes(q.code.replace('["email"]', '("email",)'))
    assert changes(q.code.replace('fields = ["id", "email", "first_name"]', 'fields = ["id", "first_name", "email"]'))
    assert not changes(q.code.replace(declared, "")) and not changes(q.code.replace(declared, ""), partial=False)
    q.says("declared field")


def test_drf_model_serializer_5(q, user):
    def out_and_in(**options):
        meta = type("Meta", (), {"model": User, "fields": ["username", "password"], "extra_kwargs": {"password": options}})
        sign_up = type("SignUp", (serializers.ModelSerializer,), {"Meta": meta})
        given = sign_up(data={"username": "bob", "password": "raw"})
        given.is_valid(raise_exception=True)
        return "password" in sign_up(user).data, given.validated_data.get("password")

    assert out_and_in() == (True, "raw")
    assert out_and_in(**{q.accept[0]: True}) == (False, "raw")
    assert "read_only" in q.wrong and out_and_in(read_only=True) == (True, None)
