"""A letter is not sent, and the reason stays."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.workflow import LetterStatus

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    letter = make.letter()
    make.signed_in(make.lan()).post(
        f"{make.OFFICER}{letter.pk}/khong-gui/", {"reason": "Gia đình không muốn nhận thư."}
    )
    now = make.fresh(letter)
    assert (now.status, now.reason) == (LetterStatus.DROPPED, "Gia đình không muốn nhận thư.")


def test_with_a_reason() -> None:
    with pytest.raises(RuleBroken, match="vì sao không gửi"):
        actions.drop_letter(make.letter(), "", by=make.lan(), now=make.NOW)
