"""The commune's own voice."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core.errors import RuleBroken
from gandan.hall import actions, voice
from gandan.hall.models import VoiceClip
from gandan.hall.spoken import CLIPS
from gandan.hall.tests import make
from gandan.hall.tests.test_board import recording
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    browser = people.signed_in(make.officer())
    files = [SimpleUploadedFile(f"{word}.wav", recording()) for word in ("mười", "mươi", "moi-so")]

    assert browser.post("/can-bo/quay/giong-doc/", {"tep": files}).status_code == 302

    assert set(VoiceClip.objects.values_list("word", flat=True)) == {"mười", "mươi", "mời số"}
    assert "chưa có" in browser.get("/can-bo/quay/giong-doc/").content.decode()


def test_the_voice_is_used_when_complete() -> None:
    commune, minh = people.commune(), make.officer()
    actions.keep_voice(commune, clips=dict.fromkeys(CLIPS[:-1], recording()), by=minh, now=make.at(0))
    assert voice.missing_words(commune) == [CLIPS[-1]]
    assert voice.recorded_call(commune, 1, 1) is not None
    assert voice.recorded_call(commune, 1000, 1) is None


@pytest.mark.parametrize("raw", [b"", b"RIFF....", recording(seconds=5), recording(rate=8_000)])
def test_what_is_no_short_recording_is_refused(raw: bytes) -> None:
    with pytest.raises(RuleBroken, match="Xin thu lại"):
        actions.keep_voice(people.commune(), clips={"một": raw}, by=make.officer(), now=make.at(0))


def test_recordings_of_two_machines_do_not_mix() -> None:
    commune, minh = people.commune(), make.officer()
    actions.keep_voice(commune, clips={"một": recording()}, by=minh, now=make.at(0))
    with pytest.raises(RuleBroken, match="cùng tần số"):
        actions.keep_voice(commune, clips={"hai": recording(rate=44_100)}, by=minh, now=make.at(0))


def test_a_file_nobody_understands_is_named() -> None:
    with pytest.raises(RuleBroken, match="la la"):
        actions.keep_voice(people.commune(), clips={"la la": recording()}, by=make.officer(), now=make.at(0))
