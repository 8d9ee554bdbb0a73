"""Pictures sent in Zalo are fetched, but only from where they may come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions, jobs
from gandan.gateways.fetching import may_fetch
from gandan.gateways.models import InboundChannel, InboundFile
from gandan.gateways.posting import NoAnswer
from gandan.journal.models import Entry

from .zalo_double import Zalo, zalo_at


@pytest.fixture
def zalo(settings: Settings, tmp_path: Path) -> Iterator[Zalo]:
    settings.UPLOAD_DIR = tmp_path
    with zalo_at(settings) as server:
        yield server


def file_at(source: str) -> InboundFile:
    incoming = actions.Incoming(
        channel=InboundChannel.ZALO, external_id="m-1", sender="614", sent_at=timezone.now(),
        files=(actions.IncomingFile("", "image", source=source),),
    )  # fmt: skip
    message = actions.take_message(incoming, now=timezone.now())
    assert message is not None
    return message.files.get()


@pytest.mark.django_db
def test_the_picture_is_kept_and_told(zalo: Zalo) -> None:
    zalo.pictures["/a.jpg"] = b"\xff\xd8anh"
    file = file_at(f"{zalo.origin}/a.jpg")
    for _ in range(2):
        jobs.fetch_file(file.pk)
    file.refresh_from_db()
    assert (file.file.read(), file.source) == (b"\xff\xd8anh", "")
    assert Entry.objects.get(kind="InboundFileFetched").data == {"message_id": file.message_id, "file_id": file.pk}


@pytest.mark.django_db
@pytest.mark.parametrize("size", [0, 11])
def test_what_is_gone_or_too_large_stays_an_address(zalo: Zalo, settings: Settings, size: int) -> None:
    settings.UPLOAD_MAX_BYTES = 10
    zalo.pictures["/a.jpg"] = b"x" * size
    file = file_at(f"{zalo.origin}/a.jpg")
    jobs.fetch_file(file.pk)
    file.refresh_from_db()
    assert not file.file


@pytest.mark.django_db
def test_a_host_that_sleeps_is_tried_again(settings: Settings) -> None:
    settings.ZALO_FILE_HOSTS = ["http://127.0.0.1:9"]
    with pytest.raises(NoAnswer):
        jobs.fetch_file(file_at("http://127.0.0.1:9/a.jpg").pk)


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://f21.photo.zdn.vn/a.jpg", True),
        ("https://zdn.vn/a.jpg", True),
        ("http://f21.photo.zdn.vn/a.jpg", False),
        ("https://xaudzdn.vn/a.jpg", False),
        ("https://zdn.vn.xau.vi.du/a.jpg", False),
        ("https://zdn.vn:8443/a.jpg", False),
        ("https://a@zdn.vn/a.jpg", False),
        ("https://127.0.0.1/a.jpg", False),
        ("file:///etc/passwd", False),
        ("https://zdn.vn:port/", False),
        ("", False),
    ],
)
def test_from_where_a_file_may_come(url: str, may: bool) -> None:
    assert may_fetch(url) is may
