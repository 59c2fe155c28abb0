import re

import pytest
from django import forms
from django.core.exceptions import ValidationError


@pytest.fixture
def library(app, tables):
    defined = app(
        "from django.core.validators import MinValueValidator\n"
        "class Tag(models.Model):\n"
        "    name = models.TextField()\n"
        "class Book(models.Model):\n"
        "    title = models.CharField(max_length=50)\n"
        "    price = models.IntegerField(default=1, validators=[MinValueValidator(0)])\n"
        "    tags = models.ManyToManyField(Tag, blank=True)",
        "library",
    )
    tables(defined.Tag, defined.Book)
    return defined


def form_of(model, *fields):
    return forms.modelform_factory(model, fields=fields)


def test_forms_modelform_1(q, app):
    abstract = app("class Message(models.Model):\n    text = models.TextField()\n    class Meta:\n        abstract = True").Message

    class Contact(forms.Form):
        name = forms.CharField()
        address = forms.EmailField()
        message = forms.CharField()

    assert Contact({"name": "Ann", "address": "ann@corp.example", "message": "hi"}).is_valid()
    with pytest.raises(ValueError, match="no model class"):
        type("NoModel", (forms.ModelForm,), {})()
    with pytest.raises(TypeError, match="[Aa]bstract"):
        form_of(abstract, "text")()
    q.says("A `forms.Form` with three fields")


def test_forms_modelform_2(q, app, tables):
    field = re.search(r"`(is_approved = (\w+)(\(.*?\)))`", q.ask)
    article = app(
        "class Article(models.Model):\n"
        "    title = models.TextField()\n"
        "    body = models.TextField()\n"
        "    author = models.TextField(default='visitor')\n"
        f"    is_approved = models.{field.group(2)}{field.group(3)}",
        "news",
    ).Article
    tables(article)
    post = {"title": "Hi", "body": "there", "is_approved": "on", "unknown": "1"}

    def saved():
        filled = q.run(forms=forms, Article=article).ArticleForm(post)
        return filled.is_valid() and filled.save().is_approved

    assert saved() is True
    q.code = q.code.replace('exclude = ["author"]', 'fields = ["title", "body"]')
    assert saved() is False
    q.says("`True`: each editable field not excluded is in the form")


def test_forms_modelform_3(q, library):
    tag = library.Tag.objects.create(name="new")
    form = form_of(library.Book, "title", "tags")({"title": "Emma", "tags": [tag.pk]})

    book = form.save(commit=False)
    book.save()

    assert (list(book.tags.all()) == [tag]) is q.answer
    form.save_m2m()
    assert list(book.tags.all()) == [tag]


def test_forms_modelform_4(q, library):
    book = library.Book.objects.create(title="Emma")
    form = form_of(library.Book, "title", "price")

    def books_after(**more):
        form({"title": "Persuasion", "price": "2"}, **more).save()
        return [row.title for row in library.Book.objects.order_by("pk")]

    assert books_after(**{q.accept[0]: book}) == ["Persuasion"]
    assert books_after() == ["Persuasion", "Persuasion"]
    assert books_after(initial={"pk": book.pk, "title": book.title}) == ["Persuasion"] * 3


def test_forms_modelform_5(q, library, capsys):
    library.Book.objects.create(pk=1, title="Emma", price=10)

    ran = q.run(Book=library.Book, BookForm=form_of(library.Book, "title", "price"))

    assert not ran.form.is_valid()
    assert capsys.readouterr().out == "99\n"
    assert library.Book.objects.get(pk=1).price == 10
    q.says("`99`, while the row still holds 10")


def test_forms_validation_1(q):
    def check(form, end=None):
        start, end = form.cleaned_data.get("start"), end or form.cleaned_data.get("end")
        # Without both there is nothing to compare: that is what goes wrong in three of the places.
        if start and end and end <= start:
            raise ValidationError("Too early")

    def clean_field(name):
        def clean(form):
            check(form)
            return form.cleaned_data[name]

        return clean

    places = {
        "clean()": {"clean": lambda form: check(form)},
        "clean_end()": {"clean_end": clean_field("end")},
        "clean_start()": {"clean_start": clean_field("start")},
    }

    def works_in_both_orders(choice):
        place = next((place for name, place in places.items() if name in choice), None)
        if place is None:
            return False  # a validator gets the value alone
        refused = []
        for order in (["start", "end"], ["end", "start"]):
            form = type("Booking", (forms.Form,), {**{name: forms.DateField() for name in order}, **place})
            refused.append(not form({"start": "2024-05-02", "end": "2024-05-01"}).is_valid())
            assert form({"start": "2024-05-01", "end": "2024-05-02"}).is_valid()
        return all(refused)

    q.is_right_alone(works_in_both_orders)


def test_forms_validation_2(q):
    join = q.run(forms=forms).Join({"email": "ann@corp.example"})

    assert join.is_valid() and join.cleaned_data == {"email": None}
    assert not q.run(forms=forms).Join({"email": "ann@elsewhere.example"}).is_valid()
    q.says("The form is valid, and the cleaned `email` is `None`")


def test_forms_validation_3(q, library):
    book = library.Book.objects.create(title="Emma", price=-5)

    assert (library.Book.objects.get().price == -5) is q.answer
    with pytest.raises(ValidationError):
        book.full_clean()
    assert not form_of(library.Book, "title", "price")({"title": "Emma", "price": "-5"}).is_valid()


def stay(clean):
    return type("Stay", (forms.Form,), {"end": forms.DateField(), "note": forms.CharField(), "clean": clean})


def test_forms_validation_4(q):
    def report(form):
        getattr(form, q.accept[0])("end", "Too early.")
        form.add_error("note", "Went on.")

    form = stay(report)({"end": "2024-05-01", "note": "x"})

    assert form.errors == {"end": ["Too early."], "note": ["Went on."]}
    assert "end" not in form.cleaned_data and not form.non_field_errors()


def test_forms_validation_4__raising(q):
    def report(form):
        raise ValidationError("Too early.")

    form = stay(report)({"end": "2024-05-01", "note": "x"})

    assert form.non_field_errors() == ["Too early."] and "end" not in form.errors


def test_forms_validation_5(q):
    half = {"start": "", "end": "2024-05-02"}

    with pytest.raises(KeyError, match="start"):
        q.run(forms=forms).Stay(half).is_valid()
    q.says("`clean()` runs, and `data[\"start\"]` raises `KeyError`")
    q.code = re.sub(r'if data\["end"\] <= data\["start"\]', 'if data.get("start") and data["end"] <= data["start"]', q.code)
    assert q.run(forms=forms).Stay(half).errors == {"start": ["This field is required."]}
