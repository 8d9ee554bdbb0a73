"""Heard, with minutes."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    turn = make.turn()
    browser = make.signed_in(make.thu())
    browser.post(f"{make.BASE}luot/{turn.pk}/receive-turn/", {"minutes": "Trình bày việc đường."})
    turn.refresh_from_db()
    assert (turn.status, turn.minutes) == ("received", "Trình bày việc đường.")
    assert browser.get(f"{make.BASE}luot/{turn.pk}/bien-ban.pdf").content.startswith(b"%PDF")


def test_minutes_are_needed() -> None:
    with pytest.raises(RuleBroken, match="biên bản"):
        actions.receive_turn(make.turn(), " ", by=make.thu(), now=make.NOW)


def test_another_commune() -> None:
    turn = make.turn()
    assert make.signed_in(make.binh()).get(f"{make.BASE}luot/{turn.pk}/").status_code == 404
