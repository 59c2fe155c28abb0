import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone


def model_form(app, tables, code, name="Thing"):
    model = vars(app(f"class {name}(models.Model):\n    {code.strip()}"))[name]
    tables(model)
    return model, forms.modelform_factory(model, fields="__all__")


def test_models_null_blank_1(q, app, tables):
    model, form = model_form(app, tables, q.code)
    filled = form({"birthday": ""})

    assert filled.is_valid()
    with pytest.raises(IntegrityError):
        filled.save()
    q.says("The form is valid, and the save raises `IntegrityError`")


def test_models_null_blank_2(q, app, tables):
    def follows(options):
        # The database takes both, so the form has to accept nothing, and leave one value for it.
        name = f"Person{q.choices.index(f'`{options}`')}"
        model, form = model_form(app, tables, f"middle = models.CharField(max_length=9, {options})", name)
        filled = form({"middle": ""})
        if not filled.is_valid():
            return False
        try:
            with transaction.atomic():
                model.objects.create(middle=None)
        except IntegrityError:
            return filled.save().middle == ""
        return False

    q.is_right_alone(follows)


def test_models_null_blank_3(q, app, tables):
    def repaired(change, name):
        code = " ".join(line.strip() for line in q.code.splitlines())
        model, form = model_form(app, tables, change(code), name)
        for _ in range(2):
            filled = form({"code": ""})
            if not filled.is_valid():
                return str(filled.errors["code"][0])
            filled.save()
        filled = form({"code": "A1"})
        assert filled.is_valid() and filled.save()
        return "codes repeat" if form({"code": "A1"}).is_valid() else "repaired"

    assert repaired(lambda code: code, "Badge") == "Badge with this Code already exists."
    assert repaired(lambda code: code.replace("blank=True", "blank=True, null=True"), "Badge1") == "repaired"
    assert repaired(lambda code: code.replace("blank=True", 'blank=True, default=""'), "Badge2").endswith("already exists.")
    assert repaired(lambda code: code.replace(", blank=True", ""), "Badge3") == "This field is required."
    assert repaired(lambda code: code.replace("unique=True", "db_index=True"), "Badge4") == "codes repeat"
    q.says("Also set `null=True`")


def test_models_null_blank_4(q, app, tables):
    person = app("class Person(models.Model):\n    name = models.CharField(max_length=50)").Person
    tables(person)
    with pytest.raises(ValidationError):
        person(name="").full_clean()

    person(name="").save()

    assert person.objects.get().name == ""
    assert q.answer is False


def test_models_null_blank_5(q, app, tables):
    order = app("class Order(models.Model):\n    shipped_at = models.DateTimeField(null=True, blank=True)").Order
    tables(order)
    order.objects.create(shipped_at=timezone.now())
    waiting = order.objects.create()

    assert list(order.objects.filter(**{f"shipped_at__{q.accept[0]}": True})) == [waiting]
    assert str(order.objects.filter(shipped_at=None).query) == str(order.objects.filter(shipped_at__isnull=True).query)
    assert not [name for name in q.wrong if name != "exact" and models.DateTimeField().get_lookup(name)]
