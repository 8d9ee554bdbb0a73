"""“4 tại chỗ” (S4.18): received, appraised, approved and returned while one waits."""

from __future__ import annotations

import pytest

from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

ROUTE = [
    [{"key": "appraise", "name": "Đối chiếu bản chính", "agency": "commune", "role": "specialist", "half_days": 1}],
    [{"key": "approve", "name": "Ký", "agency": "commune", "role": "leader", "half_days": 1}],
]


def test_it_works(clock: Clock) -> None:
    """08:05, 08:12, 08:20, 08:23: eighteen minutes."""
    version = make.version("2.000815", route=ROUTE, on_the_spot=True, steps=[])
    clock.set("2026-11-23 08:05")
    dossier = make.dossier(of=version, channel="counter", now=clock())
    here = {"next": "on_the_spot"}
    office.press(office.minh(), "receive", dossier, **here)
    page = office.press(office.minh(), "hand_over", dossier, **here).content.decode()
    assert "Xong: Đối chiếu bản chính" in page

    clock.set("2026-11-23 08:12")
    leg = office.leg(dossier, "appraise")
    office.at_desk(office.minh()).post(office.address("finish_leg", dossier, leg.pk), here)
    clock.set("2026-11-23 08:20")
    office.press(office.hoa(), "approve", dossier, **here)
    clock.set("2026-11-23 08:23")
    page = office.press(office.minh(), "return_result", dossier, **here).content.decode()

    assert "18\xa0phút" in page
    for minute in ("08:05", "08:12", "08:20", "08:23"):
        assert minute in page
    dossier = office.fresh(dossier)
    assert (dossier.status, dossier.is_same_day) == (Status.RETURNED, True)


def test_who_may_not_sign_is_told(clock: Clock) -> None:
    version = make.version("2.000815", route=ROUTE, on_the_spot=True, steps=[])
    dossier = make.dossier(Status.PROCESSING, of=version)
    make.finish_legs(dossier)
    page = office.at_desk(office.minh()).get(office.address("on_the_spot", dossier)).content.decode()
    assert "Việc này của lãnh đạo" in page
