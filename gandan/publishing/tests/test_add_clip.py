"""Adding a clip: words, pictures drawn anew, films that are what they say."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.actions import ClipDraft
from gandan.publishing.models import Clip
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(64)


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(out, "PNG")
    return SimpleUploadedFile("a.png", out.getvalue(), "image/png")


def test_it_works(client: Client) -> None:
    desk = people.signed_in(make.huy())
    typed = {"title": "Ảnh", "kind": "image", "subject": "online", "text": "", "seconds": "20", "upload": picture()}

    assert desk.post("/can-bo/man-hinh/clip/", typed).status_code == 302

    clip, screen = Clip.objects.get(), make.screen()
    answer = client.get(f"/man-hinh/led/{screen.key}/tep/{clip.pk}/")
    assert answer.headers["Content-Type"] == "image/png"
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]  # streamed


def test_a_film_is_told_by_its_first_bytes() -> None:
    made = add("video", SimpleUploadedFile("a.mp4", MP4))

    assert made.media_type == "video/mp4"


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        pytest.param("video", b"<html>", "không phải phim", id="a page called film"),
        pytest.param("image", b"%PDF-1.4", "Tệp", id="a paper called picture"),
        pytest.param("image", b"khong", "Không mở được", id="no picture"),
    ],
)
def test_hostile_files_are_refused(kind: str, content: bytes, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        add(kind, SimpleUploadedFile("a.bin", content))


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"text": " "}, "Xin ghi chữ"), ({"seconds": 2}, "Thời lượng"), ({"title": ""}, "tên clip"), ({"kind": "x"}, "danh sách")],
)  # fmt: skip
def test_what_cannot_be_shown(changed: dict[str, object], words: str) -> None:
    told = {"title": "A", "kind": "text", "text": "A", **changed}
    with pytest.raises(RuleBroken, match=words):
        actions.add_clip(people.commune(), ClipDraft(**told), by=make.huy(), now=make.at(5))  # type: ignore[arg-type]  # by name


def test_a_clip_of_another_commune_is_not_given_to_a_screen(client: Client) -> None:
    foreign = actions.add_clip(
        people.other_commune(), ClipDraft("A", "image", upload=picture()), by=make.huy(), now=make.at(5)
    )

    assert client.get(f"/man-hinh/led/{make.screen().key}/tep/{foreign.pk}/").status_code == 404


def add(kind: str, upload: SimpleUploadedFile) -> Clip:
    return actions.add_clip(people.commune(), ClipDraft("A", kind, upload=upload), by=make.huy(), now=make.at(5))
