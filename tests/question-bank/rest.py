"""Parts of an API, made for a check."""

from rest_framework.serializers import ModelSerializer


def serializer_of(model, *names, **members):
    meta = type("Meta", (), {"model": model, "fields": names})
    return type(f"{model.__name__}Serializer", (ModelSerializer,), {"Meta": meta, **members})


def viewset_of(base, model, *names, **members):
    return type("ViewSet", (base,), {"queryset": model.objects.order_by("pk"), "serializer_class": serializer_of(model, *names), **members})
