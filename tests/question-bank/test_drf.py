import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import Resolver404, path, resolve
from rest_framework import authentication, permissions, renderers, serializers, viewsets
from rest_framework.authtoken.models import Token
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework.decorators import action, api_view, renderer_classes
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter, SimpleRouter
from rest_framework.test import APIClient
from rest_framework.views import APIView

from rest import serializer_of, viewset_of

BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"
WHOSE = 'owner = models.ForeignKey("auth.User", models.CASCADE)'


@pytest.fixture
def api():
    return APIClient(raise_request_exception=False)


@pytest.fixture
def user(db):
    return User.objects.create_user("ann", password="secret")


def test_drf_purpose_1(q, site, api):
    def show(request):
        return Response({"a": 1})

    site([path("", api_view()(show)), path("json", api_view()(renderer_classes([renderers.JSONRenderer])(show)))])

    def types(url):
        return [api.get(url, HTTP_ACCEPT=accept)["Content-Type"].split(";")[0] for accept in ("application/json", BROWSER)]

    assert types("/") == ["application/json", "text/html"] and types("/json") == ["application/json"] * 2
    q.says("renderers")


def test_drf_purpose_4(q, site, api):
    def reads(name):
        def read(request):
            given = getattr(request, name, None)
            return Response({"a": given.get("a") if hasattr(given, "get") else None})

        site([path("", api_view(["POST", "PUT"])(read))])
        sent = [send("/", {"a": "1"}, format=format) for send in (api.post, api.put) for format in ("json", "multipart")]
        sent += [send("/", "a=1", content_type="application/x-www-form-urlencoded") for send in (api.post, api.put)]
        return all(answer.json() == {"a": "1"} for answer in sent)

    assert [name for name in [*q.accept, *q.wrong] if "." not in name and reads(name)] == q.accept[:1]


def test_drf_purpose_5(q, site, api):
    def status():
        site([path("", q.run(api_view=api_view, Response=Response).book)])
        return str(api.post("/", {}, format="json").status_code)

    answer = status()
    with pytest.raises(ValidationError):
        APIClient().post("/", {}, format="json")
    q.is_right_alone(lambda choice: choice.startswith(f"A {answer},"))
    q.code = q.code.replace("django.core.exceptions", "rest_framework.serializers")
    assert status() == "400"


def test_drf_purpose_7(q, site, api):
    class Rate(serializers.Serializer):
        currency = serializers.CharField(max_length=3)
        value = serializers.FloatField()

    @api_view(["GET", "POST"])
    def rates(request):
        if request.method == "GET":
            return Response(Rate([{"currency": "EUR", "value": "1.5"}], many=True).data)
        rate = Rate(data=request.data)
        rate.is_valid(raise_exception=True)
        return Response(rate.validated_data)

    site([path("", rates)])
    works = api.get("/").json() == [{"currency": "EUR", "value": 1.5}] and api.post("/", {"currency": "EURO"}).status_code == 400
    assert works is not q.answer


def test_drf_build_api_1(q, app):
    order = app(f"class Order(models.Model):\n    {WHOSE}").Order

    def registers(code=q.code, router=SimpleRouter):
        made = router()
        try:
            exec(code, {"viewsets": viewsets, "OrderSerializer": serializer_of(order, "id"), "Order": order, "router": made})
            return bool(made.urls)
        except (AssertionError, TypeError):
            return False

    tries = {
        "basename": registers(q.code.replace("OrderViewSet)", 'OrderViewSet, basename="order")')),
        "as_view": registers(q.code.replace("OrderViewSet)", "OrderViewSet.as_view())")),
        "DefaultRouter": registers(router=DefaultRouter),
        # A variable beside the patterns, which the router does not see.
        "app_name": registers('app_name = "shop"\n' + q.code),
    }
    q.is_right_alone(lambda choice: next(works for word, works in tries.items() if word in choice))
    with pytest.raises(AssertionError, match="basename"):
        exec(q.code, {"viewsets": viewsets, "OrderSerializer": None, "Order": order, "router": SimpleRouter()})


def test_drf_build_api_2(q, app, tables, site, user):
    order = app(f"class Order(models.Model):\n    {WHOSE}").Order
    tables(order)
    pk = order.objects.create(owner=user).pk

    class IsOwner(permissions.BasePermission):
        def has_object_permission(self, request, view, obj):
            return obj.owner == request.user

    def statuses(*before):
        router = SimpleRouter()
        router.register("orders", viewset_of(viewsets.ModelViewSet, order, "id", permission_classes=[*before, IsOwner]))
        site(router.urls)
        stranger = APIClient()
        stranger.force_authenticate(User(username="bob", pk=99))
        one, many = stranger.get(f"/orders/{pk}/"), stranger.get("/orders/")
        return one.status_code, many.status_code, len(many.json())

    assert statuses() == statuses(permissions.IsAuthenticated) == (403, 200, 1)
    q.says("lists do not use")


def test_drf_build_api_3(q, app, tables, site, api):
    thing = app("class Thing(models.Model): pass").Thing
    tables(thing)
    pk = thing.objects.create().pk
    router = SimpleRouter()
    router.register("things", viewset_of(viewsets.ModelViewSet, thing, "id"))
    site(router.urls)

    assert api.delete(f"/things/{pk}/").status_code == 204 and not thing.objects.exists()
    q.says("Anyone")


def test_drf_build_api_5(q, app, tables, site, api):
    thing = app("class Thing(models.Model): pass").Thing
    tables(thing)
    router = SimpleRouter()
    router.register("things", viewset_of(viewsets.ReadOnlyModelViewSet, thing, "id"))
    site(router.urls)

    assert (api.post("/things/").status_code == 405) is q.answer


def test_drf_build_api_6(q, app, site):
    class Invoices(viewsets.GenericViewSet):
        queryset = app("class Invoice(models.Model): pass").Invoice.objects.all()

    def paths(argument):
        space = {"action": action, "Invoices": Invoices}
        code = q.code.replace(")\ndef", f"{argument})\ndef")
        assert argument in code
        exec("class InvoiceViewSet(Invoices):\n" + "\n".join("    " + line for line in code.splitlines()), space)
        router = SimpleRouter()
        router.register("invoices", space["InvoiceViewSet"])
        site(router.urls)
        return [url for url in ("/invoices/7/pay/", "/invoices/pay/") if routed(url)]

    def routed(url):
        try:
            return resolve(url).func.actions == {"post": "pay"}
        except Resolver404:
            return False

    with pytest.raises(AssertionError, match="detail"):
        paths("")
    assert paths(", " + q.accept[0]) == ["/invoices/7/pay/"]
    assert "detail=False" in q.wrong and paths(", detail=False") == ["/invoices/pay/"]


def view_of(*schemes, **members):
    def post(self, request):
        return Response()

    return type("View", (APIView,), {"authentication_classes": schemes, "permission_classes": [permissions.IsAuthenticated], "get": post, "post": post, **members})


def test_drf_token_auth_1(q, site, user, api):
    class Bearer(authentication.TokenAuthentication):
        keyword = "Bearer"

    key = Token.objects.create(user=user).key
    site([path("", view_of(authentication.TokenAuthentication).as_view()), path("bearer", view_of(Bearer).as_view())])

    def status(url, keyword):
        return api.get(url, HTTP_AUTHORIZATION=f"{keyword} {key}").status_code

    answer = status("/", "Bearer")
    q.is_right_alone(lambda choice: choice.startswith(f"A {answer},"))
    assert status("/", "Token") == status("/bearer", "Bearer") == 200


def test_drf_token_auth_2(q, site, api):
    def status(code):
        space = {**vars(authentication), "APIView": APIView}
        exec("class View(APIView):\n" + "\n".join("    " + line for line in code.splitlines()), space)
        site([path("", type("View", (space["View"],), {"permission_classes": [permissions.IsAuthenticated]}).as_view())])
        return api.get("/")

    assert str(status(q.code).status_code) == q.accept[0]
    session, token = q.code.splitlines()[1:3]
    assert status("\n".join(["authentication_classes = [", token, session, "]"])).status_code == 401


def test_drf_token_auth_3(q, site, user):
    site([path("", view_of(authentication.SessionAuthentication, authentication.TokenAuthentication).as_view())])
    browser, program = APIClient(enforce_csrf_checks=True), APIClient(enforce_csrf_checks=True)
    assert browser.login(username="ann", password="secret")
    statuses = [
        browser.post("/").status_code,
        program.post("/", HTTP_AUTHORIZATION=f"Token {Token.objects.create(user=user).key}").status_code,
    ]
    assert (statuses == [403, 200]) is q.answer


def test_drf_token_auth_4(q, site, user, api):
    token = Token.objects.create(user=user)
    site([path("", view_of(authentication.TokenAuthentication).as_view())])

    def status():
        return api.get("/", HTTP_AUTHORIZATION=f"Token {token.key}").status_code

    api.login(username="ann", password="secret")
    api.logout()
    user.set_password("another")
    user.save()
    assert status() == 200
    Token.objects.all().delete()
    assert status() == 401
    q.says("The token's row can be deleted")


def test_drf_token_auth_5(q, site, user, api):
    def logout(self, request):
        request.auth.delete()
        return Response()

    view = view_of(authentication.TokenAuthentication, delete=logout).as_view()
    site([path("", view), path("sign-in", obtain_auth_token)])
    phone, laptop = (api.post("/sign-in", {"username": "ann", "password": "secret"}).json()["token"] for _ in range(2))
    assert phone == laptop and api.get("/", HTTP_AUTHORIZATION=f"Token {phone}").status_code == 200

    api.delete("/", HTTP_AUTHORIZATION=f"Token {laptop}")
    assert api.get("/", HTTP_AUTHORIZATION=f"Token {phone}").status_code == 401
    q.says("signed out too, as both held the same key")
