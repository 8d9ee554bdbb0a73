"""Nobody came in time."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.kiosks import actions, jobs

from . import make

pytestmark = pytest.mark.django_db


def test_the_clock_lapses_it_and_the_officer_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    held = make.placement(make.machine())
    with pytest.raises(RuleBroken, match="còn trong hạn"):
        actions.lapse(held, now=make.EVENING)
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.EVENING + timedelta(days=6))
    jobs.lapse_placements.func(0)
    assert make.fresh(held).status == "overdue"
