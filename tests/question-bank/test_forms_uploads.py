import io

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.http import HttpResponse
from django.urls import path
from PIL import Image


@pytest.fixture
def upload(site, client):
    """Posts a form, and returns what the view saw of it."""

    def post(data, **how):
        seen = {}

        def view(request):
            seen.update(files=request.FILES, post=request.POST)
            return HttpResponse()

        site([path("", view)])
        client.post("/", data, **how)
        return seen

    return post


def test_forms_uploads_1(q, upload):
    # What a browser sends without the attribute: names and values, and of a file its name.
    plain = upload("photo=cat.png", content_type="application/x-www-form-urlencoded")
    assert not plain["files"] and plain["post"]["photo"] == "cat.png"

    whole = upload({"photo": SimpleUploadedFile("cat.png", b"meow")})
    assert whole["files"]["photo"].name == "cat.png" and not whole["post"]
    assert 'enctype="multipart/form-data"' in q.accept


def test_forms_uploads_2(q, upload):
    video = upload({"video": SimpleUploadedFile("a.mp4", b"x" * 20_000_000)})["files"]["video"]
    note = upload({"note": SimpleUploadedFile("a.txt", b"x" * 2_000_000)})["files"]["note"]

    assert isinstance(video, TemporaryUploadedFile)
    assert not isinstance(note, TemporaryUploadedFile)
    q.says("In a temporary file")


def test_forms_uploads_3(q, app, tables, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photo = app("class Photo(models.Model):\n    file = models.FileField()").Photo
    tables(photo)
    one = photo.objects.create(file=ContentFile(b"meow", "cat.png"))
    stored = tmp_path / one.file.name

    one.delete()

    assert not photo.objects.exists()
    assert stored.exists() is q.answer
    one.file.delete(save=False)
    assert not stored.exists()


@pytest.mark.parametrize("setting", ["DATA_UPLOAD_MAX_MEMORY_SIZE", "FILE_UPLOAD_MAX_MEMORY_SIZE"])
def test_forms_uploads_4(q, upload, settings, setting):
    setattr(settings, setting, 5 * 1024 * 1024)

    photo = upload({"photo": SimpleUploadedFile("a.jpg", b"x" * 6_000_000)})["files"]["photo"]

    assert photo.size == 6_000_000
    assert f"`{setting} = 5 * 1024 * 1024`" in q.wrong


def test_forms_uploads_5(q):
    picture = io.BytesIO()
    Image.new("RGB", (1, 1)).save(picture, "PNG")
    page = picture.getvalue() + b"<script>steal()</script>"
    form = type("Upload", (forms.Form,), {"photo": forms.ImageField()})
    sent = form({}, {"photo": SimpleUploadedFile("page.png", page, content_type="image/png")})

    # It is let in, and its type is what the client said it is.
    assert sent.is_valid()
    assert sent.cleaned_data["photo"].read() == page
    assert SimpleUploadedFile("page.html", page, content_type="image/png").content_type == "image/png"
    q.says("Uploads are served from a separate domain")
