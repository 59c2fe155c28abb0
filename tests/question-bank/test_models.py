from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext


def test_models_model_1(q, app):
    model = app("class OrderLine(models.Model): pass").OrderLine

    assert model._meta.db_table == q.accept[0]


def test_models_orm_1(q, app, tables):
    book = app(
        "class Book(models.Model):\n"
        "    title = models.TextField()\n"
        "    year = models.IntegerField()\n"
        "    draft = models.BooleanField(default=False)"
    ).Book
    tables(book)
    book.objects.create(title="Emma", year=2024)

    with CaptureQueriesContext(connection) as queries:
        exec(q.code, {"Book": book})

    q.is_right_alone(lambda count: ["One", "Two", "Three", "Four", "Five"].index(count) + 1 == len(queries))


def test_models_relations_1(q, app, tables):
    def protects(on_delete):
        shop = app(
            f"class Publisher{on_delete}(models.Model): pass\n"
            f"class Book{on_delete}(models.Model):\n"
            f"    publisher = models.ForeignKey(Publisher{on_delete}, models.{on_delete}, null=True, default=None)"
        )
        publisher, book = (vars(shop)[name + on_delete] for name in ("Publisher", "Book"))
        tables(publisher, book)
        penguin = publisher.objects.create()
        emma = book.objects.create(publisher=penguin)
        try:
            penguin.delete()
        except ProtectedError:
            return book.objects.get() == emma and emma.publisher == penguin
        return False

    q.is_right_alone(protects)
