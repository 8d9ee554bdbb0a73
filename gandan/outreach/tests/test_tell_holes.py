"""A hole on the day is told once."""

import pytest

from gandan.journal.models import Entry
from gandan.outreach import actions
from gandan.outreach.jobs import tell_every_hole
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.team()
    at = make.after(make.SUNDAY, -60)
    assert tell_every_hole(at) == 1
    assert tell_every_hole(make.after(at, 15)) == 0
    assert Entry.objects.filter(kind="RosterHole").count() == 1


def test_nothing_to_tell_when_all_are_rostered() -> None:
    team = make.team()
    make.sunday(team)
    assert actions.tell_holes(team, now=make.after(make.SUNDAY, -60)) == 0


def test_the_head_reads_it(clock: Clock) -> None:
    make.team()
    clock.set("2026-11-29 07:00")
    assert "Hôm nay còn thiếu người" in make.signed_in(make.hoa()).get("/can-bo/lich-truc/").content.decode()
