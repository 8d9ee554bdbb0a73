"""A leader signs, and nobody signs their own letter."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.workflow import LetterStatus

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    letter = make.presented()
    make.signed_in(make.hoa()).post(f"{make.OFFICER}{letter.pk}/ky/")
    now = make.fresh(letter)
    assert (now.status, now.signer) == (LetterStatus.SIGNED, make.hoa())


def test_the_clerk_does_not_sign() -> None:
    letter = make.presented()
    make.signed_in(make.lan()).post(f"{make.OFFICER}{letter.pk}/ky/")
    assert make.fresh(letter).status == LetterStatus.PRESENTED


def test_not_by_whoever_drafted_it() -> None:
    letter = actions.draft_letter(make.commune(), make.draft(), by=make.hoa(), now=make.NOW)
    actions.present_letter(letter, is_checked=True, by=make.lan(), now=make.NOW)
    with pytest.raises(RuleBroken, match="không tự ký"):
        actions.sign_letter(letter, by=make.hoa(), now=make.NOW)


def test_two_presses_sign_once() -> None:
    one = make.presented()
    again = make.fresh(one)
    actions.sign_letter(one, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="vừa được người khác cập nhật"):
        actions.sign_letter(again, by=make.hoa(), now=make.NOW)


def test_the_paper_carries_names_and_signer() -> None:
    letter = make.signed()
    page = make.signed_in(make.lan()).get(f"{make.OFFICER}{letter.pk}/to-giay.pdf")
    assert page.headers["Content-Type"] == "application/pdf"
    assert page.content.startswith(b"%PDF")
