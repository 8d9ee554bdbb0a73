"""The code opens: the right one, here, in time, and not by guessing."""

from datetime import timedelta

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.kiosks import actions
from gandan.kiosks.limits import CODES
from gandan.kiosks.pickup import fetch

from . import make

pytestmark = pytest.mark.django_db


def test_a_code_of_another_locker_is_wrong_here() -> None:
    there, here = make.machine("Máy APS 2"), make.machine()
    held = make.placement(there)
    with pytest.raises(RuleBroken, match="không mở ngăn nào"):
        actions.open_compartment(here, code=held.code, now=make.EVENING)


@pytest.mark.parametrize("typed", ["", "1234", "abc", "12345678901"])
def test_what_is_no_code(typed: str) -> None:
    with pytest.raises(RuleBroken, match="không mở ngăn nào"):
        actions.open_compartment(make.machine(), code=typed, now=make.EVENING)


def test_after_the_last_day_the_counter_has_it() -> None:
    machine = make.machine()
    held = make.placement(machine)
    with pytest.raises(RuleBroken, match="tại quầy"):
        actions.open_compartment(machine, code=held.code, now=make.EVENING + timedelta(days=6))


def test_guessing_is_stopped_and_a_right_code_clears_the_count(client: Client, clock: object) -> None:
    machine = make.machine()
    held = make.placement(machine)
    visit = actions.begin_visit(machine, now=make.EVENING)
    page = make.address(visit, "pick_up")
    for _try in range(CODES):
        assert "không mở ngăn nào" in client.post(page, {"pickup": "00000000"}).content.decode()
    told = client.post(page, {"pickup": held.code})
    assert told.status_code == 409
    assert "chờ 10 phút" in told.content.decode()
    assert make.fresh(held).status == "holding"


def test_a_right_code_clears_the_count() -> None:
    machine = make.machine()
    held = make.placement(machine)
    for _try in range(CODES - 1):
        with pytest.raises(RuleBroken):
            fetch(machine, code="00000000", now=make.EVENING)
    fetch(machine, code=held.code, now=make.EVENING)
    with pytest.raises(RuleBroken, match="không mở ngăn nào"):
        fetch(machine, code=held.code, now=make.EVENING)
