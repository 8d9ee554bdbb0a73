"""The leader sends a letter back with a word on what to change."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.workflow import LetterStatus

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    letter = make.presented()
    make.signed_in(make.hoa()).post(f"{make.OFFICER}{letter.pk}/tra-lai/", {"reason": "Ghi đúng tuổi cụ."})
    now = make.fresh(letter)
    assert (now.status, now.reason) == (LetterStatus.DRAFTED, "Ghi đúng tuổi cụ.")


def test_with_a_reason() -> None:
    with pytest.raises(RuleBroken, match="cần sửa gì"):
        actions.send_letter_back(make.presented(), " ", by=make.hoa(), now=make.NOW)
