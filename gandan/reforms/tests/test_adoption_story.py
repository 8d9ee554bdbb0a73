"""Quý IV/2025: thirteen candidates, two proposed, approved, switched on with another weekday (S0.2)."""

from datetime import date

import pytest
from django.urls import reverse

from gandan.reforms import actions
from gandan.reforms.forms.adoption import end_of
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
DUE = date(2025, 12, 31)


def _assigned(clock: Clock, count: int = 13) -> list[Adoption]:
    """As công văn 500/UBND-VHXH of 14/10/2025 asks: study them, pilot what fits by the end of the quarter."""
    now = clock.set("2025-10-14 09:00")
    minh, found = make.clerk(), []
    for number in range(count):
        reform = make.version(make.reform(f"mo-hinh-{number}", f"Mô hình {number:02}")).reform
        asked = actions.Assignment(reform, make.commune(), "reference", "500/UBND-VHXH", end_of(DUE))
        found.append(actions.assign(asked, by=minh, now=now))
    return found


def test_two_of_thirteen_by_the_end_of_the_quarter(clock: Clock) -> None:
    candidates, hoa = _assigned(clock), make.leader()
    minh = candidates[0].reform.adoptions.get().agency.staff.get(username="minh")
    now = clock.set("2025-11-03 09:00")
    for one in candidates[2:]:
        actions.decline(one, reason="Chưa hợp với xã", by=minh, now=now)
    for number, one in enumerate(candidates[:2]):
        actions.study(one, by=minh, now=now)
        start, until = date(2025, 12, 2 + number), date(2026, 3, 31)
        plan = make.plan(minh, start_on=start, weekdays=[1 + number], is_pilot=True, pilot_until=until)
        actions.submit(one, plan, by=minh, now=now)
    now = clock.set("2025-11-20 09:00")
    for one in candidates[:2]:
        actions.approve(one, by=hoa, now=now)
        actions.switch_on(one, by=hoa, now=now)
    clock.set("2026-01-01 00:00")
    browser = make.signed_in(hoa)
    board = browser.get(reverse("reforms:adoptions")).content.decode()
    assert "uá hạn quý IV" not in board
    first = browser.get(reverse("reforms:adoption", args=[candidates[0].pk])).content.decode()
    assert "thứ Năm" in first
    assert "thứ Ba" in first
    assert "đến hết thứ Ba, 31/03" in first.replace("\u00a0", " ")
    assert Adoption.objects.filter(status=A.DECLINED).count() == 11


def test_a_commune_that_approved_nothing_is_late(clock: Clock) -> None:
    candidates, hoa = _assigned(clock, 3), make.leader()
    actions.decline(candidates[0], reason="Chưa hợp", by=hoa, now=clock.now)
    clock.set("2025-12-31 23:59")
    assert "uá hạn quý IV" not in make.signed_in(hoa).get(reverse("reforms:adoptions")).content.decode()
    clock.set("2026-01-01 00:00")
    shown = make.signed_in(hoa).get(reverse("reforms:adoptions")).content.decode()
    assert "Quá hạn quý IV/2025" in shown
    assert "trong 3 mô hình được giao" in shown
