"""Limits registered shorter than the law's (S3.21) and how much shorter in sum (S3.39)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.programmes.shortened_limit import reductions_of
from gandan.dossiers.reduction import reduction
from gandan.measures.registry import figures
from gandan.measures.scope import Scope
from gandan.places.working import Unit
from gandan.programmes.actions import Change, Clash, change
from gandan.programmes.models import Programme

from . import fast, make, office

pytestmark = pytest.mark.django_db
TOBACCO = "2.000150"
MONDAY = make.moment(2, 9)
FIVE = [("marriage", 10, 8), ("chairman", 10, 3), ("tobacco", 15, 10), ("insurance", 10, 7), ("environment", 10, 8)]


def tan_binh(**limits: int) -> Programme:
    return fast.programme(
        "shortened_limit", "Rút ngắn thời hạn 2026", since=date(2026, 10, 1),
        now=datetime(2026, 10, 1, 8, tzinfo=make.VIETNAM), limits={TOBACCO: 10} | limits,
    )  # fmt: skip


def test_the_five_of_tan_binh() -> None:
    told = reduction(FIVE)
    assert (told.total_before, told.total_after, round(told.percent, 1)) == (55, 36, -34.5)
    assert [round(one.percent) for one in told.procedures] == [-20, -70, -33, -30, -20]
    assert told.reaches(25)


@pytest.mark.parametrize(("after", "percent", "is_reached"), [(236, -26.25, True), (250, -21.875, False)])
def test_forty_procedures_of_a_unit(after: int, percent: float, is_reached: bool) -> None:
    pairs = [(str(n), 8, after // 40 + (n < after % 40)) for n in range(40)]
    told = reduction(pairs)
    assert (told.total_before, told.total_after) == (320, after)
    assert told.percent == pytest.approx(percent)
    assert told.reaches(25) is is_reached


def test_the_law_of_the_catalogue_stands_behind_the_figure() -> None:
    fast.version(TOBACCO, days=15)
    told = reductions_of({TOBACCO: 10}, make.commune(), date(2026, 11, 2))[Unit.WORKING_DAY]
    assert (told.total_before, told.total_after) == (15, 10)


def test_it_works() -> None:
    """A tobacco licence is due in ten working days, not fifteen; both dates are kept."""
    version = fast.version(TOBACCO, days=15)
    tan_binh()
    dossier = fast.received(version, MONDAY)

    assert (dossier.due_at, dossier.statutory_due_at) == (make.moment(16, 17), make.moment(23, 17))
    assert fast.mark(dossier, "shortened_limit").promised_at == make.moment(16, 17)
    assert "Rút ngắn thời hạn 2026" in dossier.working["due"]["rule"]
    assert fast.BASIS in dossier.working["due"]["citation"]


@pytest.mark.parametrize(
    ("day", "outcome", "is_kept", "saved"),
    [
        pytest.param(13, "early", True, 6, id="day 9: early, six days before the law"),
        pytest.param(18, "late", False, 3, id="day 12: late by the commitment, on time by the law"),
    ],
)
def test_both_clocks_are_told(day: int, outcome: str, is_kept: bool, saved: int) -> None:
    version = fast.version(TOBACCO, days=15)
    tan_binh()
    dossier = fast.settle(fast.received(version, MONDAY), make.moment(day, 10))

    mark = fast.mark(dossier, "shortened_limit")
    assert (dossier.outcome, mark.is_kept, mark.saved_days) == (outcome, is_kept, saved)
    month = Scope((make.commune().pk,), date(2026, 11, 1), date(2026, 11, 30), make.moment(30, 18))
    found = figures(month, "on_time_statutory_rate", "on_time_rate")
    assert found["on_time_statutory_rate"].value == 100
    assert found["on_time_rate"].value == (100 if is_kept else 0)


def test_a_supplement_starts_the_limit_of_reception_again_whatever_is_the_rule_today() -> None:
    version = fast.version(TOBACCO, days=15)
    programme = tan_binh()
    dossier = fast.received(version, MONDAY)
    asked = actions.SupplementRequest("Còn thiếu bản sao hợp đồng")
    actions.ask_supplement(dossier, request=asked, by=office.minh(), now=make.moment(3, 9))
    change(
        programme,
        Change({"limits": {TOBACCO: 5}}, date(2026, 11, 5), "Rút thêm"),
        by=office.hoa(),
        now=make.moment(4, 9),
    )

    actions.resubmit(office.fresh(dossier), by=None, now=make.moment(9, 9))

    dossier = office.fresh(dossier)
    assert (dossier.due_at, dossier.statutory_due_at) == (make.moment(23, 17), make.moment(30, 17))
    assert fast.mark(dossier, "shortened_limit").promised_at == make.moment(23, 17)


def test_beside_a_fast_day_the_earlier_moment_wins_and_both_are_marked() -> None:
    version = fast.version(TOBACCO, days=5)
    tan_binh(**{TOBACCO: 3})
    fast.no_waiting()
    dossier = fast.received(version, fast.TUESDAY)
    assert dossier.due_at == make.moment(24, 17)
    assert {one.kind for one in dossier.under.all()} == {"fast_day", "shortened_limit"}

    actions.fall_back(dossier, reason="Không kịp", by=office.minh(), now=make.moment(24, 16))
    assert office.fresh(dossier).due_at == make.moment(27, 17)

    dossier = fast.settle(office.fresh(dossier), make.moment(27, 10))
    assert fast.mark(dossier).saved_days is None
    assert (fast.mark(dossier, "shortened_limit").is_kept, fast.mark(dossier, "shortened_limit").saved_days) == (
        True,
        2,
    )


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        pytest.param({TOBACCO: 15}, "không ngắn hơn hạn theo luật là 15 ngày làm việc", id="not shorter"),
        pytest.param({"9.999999": 3}, "Không có thủ tục 9.999999", id="unknown"),
    ],
)
def test_out_of_law_is_refused_with_the_remedy(limits: dict[str, int], why: str) -> None:
    fast.version(TOBACCO, days=15)
    with pytest.raises(RuleBroken, match=why):
        fast.programme("shortened_limit", "Rút ngắn", limits=limits)
    assert not Programme.objects.exists()


def test_a_procedure_without_a_limit_of_law_is_refused() -> None:
    fast.version(TOBACCO, days=15).limits.all().delete()
    with pytest.raises(RuleBroken, match="chưa có thời hạn theo luật"):
        fast.programme("shortened_limit", "Rút ngắn", limits={TOBACCO: 10})


def test_two_limits_for_one_procedure_are_a_clash() -> None:
    fast.version(TOBACCO, days=15)
    tan_binh()
    with pytest.raises(Clash, match="cũng đặt hạn cho thủ tục"):
        fast.programme("shortened_limit", "Rút ngắn khác", limits={TOBACCO: 8})
