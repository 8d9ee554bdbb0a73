"""“4 tại chỗ” (S4.18): received, appraised, approved and returned while one waits."""

from __future__ import annotations

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.dossiers.views.officer.counter import _after_filing
from gandan.dossiers.workflow import Status
from gandan.programmes.models import Programme
from tests.conftest import Clock

from . import fast, make, office

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


# --- As a programme -------------------------------------------------------------------------------------------------------
def dai_thanh(**values: Any) -> Programme:
    return fast.programme("on_the_spot", "4 tại chỗ", procedures=["2.000815"], **values)


def at_counter() -> Dossier:
    version = make.version("2.000815", route=ROUTE, steps=[])
    return fast.received(version, make.moment(23, 8, 5))


def test_a_programme_names_the_procedures_and_the_dossier_carries_it(clock: Clock) -> None:
    dai_thanh()
    dossier = fast.settle(at_counter(), make.moment(23, 8, 20))

    assert (fast.mark(dossier, "on_the_spot").saved_days, dossier.is_prompt) == (3, True)
    page = office.at_desk(office.minh()).get("/can-bo/ho-so-moi/?q=2.000815").content.decode()
    assert "làm xong tại chỗ được" in page


def test_filed_at_the_counter_it_opens_the_four_steps(clock: Clock) -> None:
    dossier = at_counter()
    assert _after_filing(dossier) == "dossiers:counter_receipt"
    dai_thanh()
    assert _after_filing(dossier) == "dossiers:on_the_spot"


def test_without_a_leader_on_the_roster_the_page_warns(clock: Clock) -> None:
    dossier = at_counter()
    dai_thanh(roster={"1": [office.hoa().username]})
    page = office.at_desk(office.minh()).get(office.address("on_the_spot", dossier)).content.decode()
    assert "Hôm nay chưa có lãnh đạo trực ký" in page

    clock.set("2026-11-24 08:00")
    page = office.at_desk(office.minh()).get(office.address("on_the_spot", dossier)).content.decode()
    assert "chưa có lãnh đạo trực ký" not in page
    assert office.hoa().full_name in page


def test_a_roster_names_only_people_of_the_office() -> None:
    with pytest.raises(RuleBroken, match="binh"):
        dai_thanh(roster={"0": [office.binh().username]})


def test_each_step_says_its_minutes_and_the_post_its_number(clock: Clock) -> None:
    dai_thanh()
    dossier = fast.settle(at_counter(), make.moment(23, 8, 20))
    clock.set("2026-11-23 08:23")
    here = office.at_desk(office.minh()).get(office.address("on_the_spot", dossier)).content.decode()
    assert "15\xa0phút" in here
    assert "mã vận đơn" in here

    office.press(office.minh(), "return_result", dossier, tracking_number="RB123456789VN", next="on_the_spot")
    assert dossier.results.get().received_by == "Bưu chính công ích, mã vận đơn RB123456789VN"
