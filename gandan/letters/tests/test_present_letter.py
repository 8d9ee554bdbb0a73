"""Laid before the leader once a person has confirmed the reader."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.workflow import LetterStatus

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    letter = make.letter()
    make.signed_in(make.lan()).post(f"{make.OFFICER}{letter.pk}/trinh-ky/", {"is_checked": "on"})
    now = make.fresh(letter)
    assert (now.status, now.checked_by) == (LetterStatus.PRESENTED, make.lan())


def test_never_unconfirmed() -> None:
    letter = make.letter()
    page = make.signed_in(make.lan()).post(f"{make.OFFICER}{letter.pk}/trinh-ky/", {})
    assert "Đối chiếu với giấy tờ rồi đánh dấu" in page.content.decode()
    with pytest.raises(RuleBroken, match="đánh dấu xác nhận"):
        actions.present_letter(letter, is_checked=False, by=make.lan(), now=make.NOW)


def test_never_with_a_gap() -> None:
    letter = actions.draft_letter(
        make.commune(), actions.Draft("condolence", "gia đình ông Đức"), by=make.lan(), now=make.NOW
    )
    with pytest.raises(RuleBroken, match="chỗ trống"):
        actions.present_letter(letter, is_checked=True, by=make.lan(), now=make.NOW)
