import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import F, ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone


def sql_of(query):
    with CaptureQueriesContext(connection) as sent:
        list(query)
    return sent.captured_queries[-1]["sql"]


def columns(model):
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)}


def test_models_model_1(q, app):
    model = app("class OrderLine(models.Model): pass").OrderLine

    assert [model._meta.db_table] == q.accept


def test_models_model_2(q, app, tables, rf):
    source = (
        "class LiveManager(models.Manager):\n"
        "    def get_queryset(self):\n"
        "        return super().get_queryset().filter(draft=False)\n"
    )
    article = app(source + q.code, label="news").Article
    tables(article)
    draft = article.objects.create(draft=True)

    assert article._default_manager is article.live
    assert draft in article.objects.all()
    assert draft not in admin.ModelAdmin(article, admin.site).get_queryset(rf.get("/"))
    q.says("`live` is declared first, so it is the default manager")


def test_models_model_2__objects_first(q, app, tables, rf):
    lines = q.code.replace("LiveManager()", "models.Manager()").splitlines()
    lines[-1], lines[-2] = lines[-2], lines[-1]
    article = app("\n".join(lines), label="news").Article

    assert article._default_manager is article.objects


def test_models_model_3(q, app, tables, monkeypatch):
    loaded = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: loaded)
    order = app(q.code).Order
    tables(order)
    monkeypatch.setattr(timezone, "now", lambda: loaded + timezone.timedelta(hours=3))

    assert order.objects.create().created == loaded
    q.says("When the server process loaded the model class")


def test_models_model_3__warning(q, app):
    assert [fault.id for fault in app(q.code).Order.check()] == ["fields.W161"]


def test_models_model_4(q, app, tables):
    shop = app(q.code)
    tables(shop.Place, shop.Cafe)
    shop.Cafe.objects.create(name="Central")

    assert shop.Place._meta.db_table != shop.Cafe._meta.db_table
    assert columns(shop.Place) == {"id", "name"}
    assert columns(shop.Cafe) == {"place_ptr_id", "wifi"}
    assert " JOIN " in sql_of(shop.Cafe.objects.all())
    q.says("Two: the name is a column in the `Place` table alone")


def test_models_model_5(q, app, tables, changes):
    plain = "class Order(models.Model):\n    created = models.DateTimeField()"
    ordered = plain + '\n    class Meta:\n        ordering = ["-created"]'
    order = app(ordered).Order
    tables(order)

    before, after, (operation,) = changes(plain, ordered)
    editor = connection.SchemaEditorClass(connection, collect_sql=True, atomic=False)
    operation.database_forwards("shop", editor, before, after)

    sorted_without_index = "ORDER BY" in sql_of(order.objects.all()) and editor.collected_sql == []
    assert sorted_without_index is q.answer


def test_models_orm_1(q, app, tables):
    book = app(
        "class Book(models.Model):\n"
        "    title = models.TextField()\n"
        "    year = models.IntegerField()\n"
        "    draft = models.BooleanField(default=False)"
    ).Book
    tables(book)
    book.objects.create(title="Emma", year=2024)

    with CaptureQueriesContext(connection) as sent:
        q.run(Book=book)
    q.is_right_alone(lambda count: ["One", "Two", "Three", "Four", "Five"].index(count) + 1 == len(sent))

    q.code = q.code.replace("len(books)", "books.count()")
    with CaptureQueriesContext(connection) as sent:
        q.run(Book=book)
    assert len(sent) == 2


def test_models_orm_2(q, app, tables):
    product = app("class Product(models.Model):\n    stock = models.IntegerField()").Product
    tables(product)
    fetch, subtract, save = q.code.splitlines()

    def stock_after_two_sales(*steps):
        product.objects.update_or_create(pk=7, defaults={"stock": 10})
        requests = [{"Product": product, "F": F}, {"Product": product, "F": F}]
        # Each step of one request is followed by that of the other.
        for step in steps:
            for names in requests:
                exec(step, names)
        return product.objects.get(pk=7).stock

    assert stock_after_two_sales(fetch, subtract, save) == 9
    assert stock_after_two_sales(fetch, 'p.stock = F("stock") - 1', save) == 8
    assert stock_after_two_sales(fetch, subtract, 'p.save(update_fields=["stock"])') == 9
    assert stock_after_two_sales(fetch, "p.refresh_from_db()", subtract, save) == 9
    q.says('Write the second line as `p.stock = F("stock") - 1`')


def test_models_orm_3(q, app, tables):
    shop = app(
        "class Blog(models.Model): pass\n"
        "class Entry(models.Model):\n"
        "    blog = models.ForeignKey(Blog, models.CASCADE)\n"
        "    year = models.IntegerField()\n"
        "    public = models.BooleanField()"
    )
    tables(shop.Blog, shop.Entry)
    one_entry, two_entries, twice = [shop.Blog.objects.create() for _ in range(3)]
    shop.Entry.objects.create(blog=one_entry, year=2024, public=True)
    shop.Entry.objects.create(blog=two_entries, year=2024, public=False)
    shop.Entry.objects.create(blog=two_entries, year=2020, public=True)
    for _ in range(2):
        shop.Entry.objects.create(blog=twice, year=2024, public=True)

    found = q.run(Blog=shop.Blog)

    assert set(found.A) == {one_entry, twice}
    assert set(found.B) == {one_entry, two_entries, twice}
    assert [list(found.A).count(twice), list(found.B).count(twice)] == [2, 4]
    q.says("B also has blogs whose two matches are different entries")


def test_models_orm_6(q, app, tables):
    employee = app(
        "class Employee(models.Model):\n"
        "    name = models.TextField()\n"
        "    boss = models.TextField()"
    ).Employee
    tables(employee)
    for name, boss in (("ann", ""), ("bob", "ann"), ("cy", "bob"), ("dan", "eve")):
        employee.objects.create(name=name, boss=boss)
    sql = (
        "WITH RECURSIVE team(id, name) AS ("
        "SELECT id, name FROM shop_employee WHERE boss = %s "
        "UNION ALL SELECT e.id, e.name FROM shop_employee e JOIN team t ON e.boss = t.name) SELECT id, name FROM team"
    )

    def team(line, boss):
        try:
            with transaction.atomic():
                return {getattr(row, "name", None) for row in eval(line, {"Employee": employee, "connection": connection, "sql": sql, "boss": boss})}
        except OperationalError as fault:
            return str(fault)

    q.is_right_alone(lambda line: team(line, "ann") == {"bob", "cy"} and team(line, "'' OR 1=1") == set())
    injected = q.wrong[0].strip("`")
    assert team(injected, "'' OR 1=1") == {"ann", "bob", "cy", "dan"}


def test_models_orm_5(q, app, tables):
    person = app("class Person(models.Model):\n    name = models.TextField()").Person
    tables(person)
    person.objects.create(name="Anna")

    assert person.objects.filter(name__contains="anna").exists() is q.answer


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
        book.objects.create(publisher=penguin)
        try:
            penguin.delete()
        except ProtectedError:
            return book.objects.get().publisher == penguin
        return False

    q.is_right_alone(protects)


def test_models_relations_2(q, app):
    app("from django.contrib.auth.models import User\n" + q.code)

    with pytest.raises(SystemCheckError, match="fields.E304"):
        call_command("makemigrations", "shop", dry_run=True, skip_checks=False)
    q.says("An error: both fields claim `article_set` on `User`")


def test_models_relations_2__columns(q, app):
    article = app("from django.contrib.auth.models import User\n" + q.code).Article

    assert [field.column for field in article._meta.fields] == ["id", "author_id", "editor_id"]


def test_models_relations_3(q, app, tables):
    shop = app("class Post(models.Model): pass\n" + q.code)
    tables(shop.Post, shop.Comment)
    post = shop.Post.objects.create()
    comment = shop.Comment.objects.create(post=post)

    assert list(getattr(post, q.accept[0]).all()) == [comment]
    assert not [name for name in q.wrong if hasattr(post, name)]
    assert shop.Post.objects.filter(comment=comment).get() == post


def test_models_relations_4(q, app, tables):
    shop = app("class Person(models.Model): pass\n" + q.code)
    tables(shop.Person, shop.Group, shop.Membership)
    group, ann = shop.Group.objects.create(), shop.Person.objects.create()

    with pytest.raises(IntegrityError, match="joined"), transaction.atomic():
        group.members.add(ann)
    group.members.add(ann, through_defaults={"joined": timezone.now().date()})
    assert list(group.members.all()) == [ann]
    q.says("It raises `IntegrityError`: `joined` has no value")


def test_models_relations_5(q, app, tables):
    profile = app(
        "from django.contrib.auth.models import User\n"
        "class Profile(models.Model):\n"
        "    user = models.OneToOneField(User, models.CASCADE)"
    ).Profile
    tables(profile)
    user = User.objects.create(username="ann")

    with pytest.raises(profile.DoesNotExist) as caught:
        user.profile
    assert isinstance(caught.value, AttributeError) and not hasattr(user, "profile")
    assert q.answer is False
