"""Steps of calls and the recordings that belong to them."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions
from gandan.gateways.exchange.recordings import delete_recording, recording_of
from gandan.gateways.models import CallState, phone_index

NUMBER = "1763856000.17"


def report(state: CallState = CallState.ENDED, **more: str) -> object:
    facts = {"call_id": NUMBER, "line": "101", "caller": "0912345118", **more}
    return actions.report_call(actions.Call(state=state, at=timezone.now(), **facts), now=timezone.now())  # type: ignore[arg-type]  # a plain maker


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.RECORDINGS_DIR = tmp_path / "ghi-am"
    settings.RECORDINGS_DIR.mkdir()
    (tmp_path / "data.wav").write_bytes(b"khong phai ghi am")
    return Path(settings.RECORDINGS_DIR)


@pytest.mark.django_db
def test_a_step_is_told_once_and_finds_its_caller() -> None:
    first = actions.report_call(
        actions.Call(call_id="x", line="101", state=CallState.MISSED, at=timezone.now(), caller="0912345118"),
        now=timezone.now(),
    )
    assert first is not None
    assert first.caller_index == phone_index("0912345118")
    assert report() is not None
    assert report() is None


@pytest.mark.django_db
def test_the_recording_is_the_file_the_exchange_named_or_one_called_like_the_call(folder: Path) -> None:
    assert recording_of(NUMBER) is None
    (folder / f"{NUMBER}.mp3").write_bytes(b"mp3")
    found = recording_of(NUMBER)
    assert found is not None
    assert found.kind == "audio/mpeg"
    (folder / "a-1.wav").write_bytes(b"wav")
    report(recording="a-1.wav")
    named = recording_of(NUMBER)
    assert named is not None
    assert (named.path.name, named.bytes) == ("a-1.wav", 3)
    assert delete_recording(NUMBER)
    assert not delete_recording(NUMBER)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["../data.wav", "link.wav", "empty.wav", "note.txt"])
def test_nothing_but_a_plain_recording_in_the_folder_is_touched(folder: Path, name: str) -> None:
    (folder / "link.wav").symlink_to(folder.parent / "data.wav")
    (folder / "empty.wav").touch()
    (folder / "note.txt").write_text("x")
    report(recording=name)
    assert recording_of(NUMBER) is None
    assert not delete_recording(NUMBER)
    assert (folder.parent / "data.wav").exists()
