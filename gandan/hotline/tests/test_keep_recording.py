"""Recordings are sealed, and only where the rule announces them; the open file of the exchange is removed."""

from pathlib import Path

import pytest
from pytest_django import Settings

from gandan.core.errors import RuleBroken
from gandan.hotline import actions, jobs
from gandan.hotline.actions.recordings import Sound
from gandan.hotline.models import Recording

from . import make

pytestmark = pytest.mark.django_db


def test_it_is_sealed_for_ninety_days() -> None:
    one = make.recording()
    assert (one.kept_until - one.call.began_at).days == 90
    assert b"loi noi" not in Path(one.file.path).read_bytes()
    assert one.file.open().read() == b"RIFF loi noi"


def test_without_an_announced_rule_nothing_is_kept() -> None:
    make.conduct(records=False)
    with pytest.raises(RuleBroken, match="báo trước"):
        actions.keep_recording(make.answered(), Sound(b"x", "audio/wav"), now=make.NOW)


def test_files_of_the_exchange_are_taken_in(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RECORDINGS_DIR = tmp_path
    (tmp_path / "1.17.wav").write_bytes(b"RIFF")
    make.conduct()
    make.answered()
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.at(hours=1))
    jobs.take_recordings(timestamp=0)
    assert Recording.objects.get().bytes == 4
    assert not list(tmp_path.glob("*.wav"))
