"""A rule begins to hold."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.programmes import actions
from gandan.programmes.conflicts import Clash
from gandan.programmes.models import Programme, Term

from . import make

pytestmark = pytest.mark.django_db
TODAY, TOMORROW = make.TODAY, make.TODAY + timedelta(days=1)


def test_the_term_is_written_and_recorded() -> None:
    made = make.programme(basis="QĐ 12/QĐ-UBND", origin="ngay-thu-nam")
    term = made.terms.get()
    assert (term.since, term.until, term.basis) == (TOMORROW, None, "QĐ 12/QĐ-UBND")
    assert term.parameters == {"weekdays": [3], "until_hour": "16:00", "procedures": [], "most": None}
    entry = Entry.objects.about(made).get()
    assert entry.kind == "ProgrammeSwitchedOn"
    assert entry.data["origin"] == "ngay-thu-nam"


def test_a_programme_without_a_name_takes_that_of_its_kind() -> None:
    assert make.programme(name="  ").name == "Ngày phục vụ"


def test_never_in_the_past() -> None:
    make.programme(since=TODAY)
    with pytest.raises(RuleBroken, match="không bật lùi"):
        make.programme(since=TODAY - timedelta(days=1))


def test_it_does_not_end_before_it_begins() -> None:
    with pytest.raises(RuleBroken, match="từ ngày bắt đầu"):
        make.programme(until=TODAY)


def test_out_of_law_is_refused_with_the_reason_of_the_kind() -> None:
    with pytest.raises(RuleBroken, match="Luật cấm"):
        make.programme(parameters={"weekdays": [3], "until_hour": "18:00"})
    assert not Programme.objects.exists()


def test_a_kind_of_a_newer_version_is_refused() -> None:
    with pytest.raises(RuleBroken, match="chưa có loại chương trình “drones”"):
        make.programme(kind="drones")


def test_a_parameter_of_a_newer_version_is_refused() -> None:
    with pytest.raises(RuleBroken, match="không có tham số “drones”"):
        make.programme(parameters={"weekdays": [3], "drones": 2})


def test_a_clash_is_refused_and_nothing_is_half_applied() -> None:
    rival = make.programme(name="Thứ năm cũ")
    with pytest.raises(Clash, match="Thứ năm cũ") as refused:
        make.programme()
    assert [one.other.programme_id for one in refused.value.conflicts] == [rival.pk]
    assert list(Programme.objects.all()) == [rival]
    assert Term.objects.count() == Entry.objects.count() == 1


def test_beside_each_other_on_other_days() -> None:
    make.programme()
    make.programme(parameters={"weekdays": [5]})
    make.programme(agency=make.elsewhere())


def test_above_and_below_are_rivals_too() -> None:
    commune = make.commune()
    police = commune.parts.get(part="cong_an")
    make.programme(agency=police)
    with pytest.raises(Clash):
        make.programme()
    make.programme(agency=commune.province, parameters={"weekdays": [5]})
    with pytest.raises(Clash):
        make.programme(agency=police, parameters={"weekdays": [5]})


def test_replacing_ends_the_rival_the_day_before() -> None:
    rival = make.programme(since=TODAY)
    day = TODAY + timedelta(days=10)
    make.programme(name="Thứ năm mới", since=day, replacing=(rival.pk,))
    assert rival.terms.get().until == day - timedelta(days=1)
    rival.refresh_from_db()
    assert rival.end_reason == "Nhường cho “Thứ năm mới”"
    assert Entry.objects.about(rival).last().kind == "ProgrammeSwitchedOff"  # type: ignore[union-attr]  # it is there


def test_replacing_calls_off_a_rival_that_would_begin_only_then() -> None:
    rival = make.programme(since=TODAY + timedelta(days=10))
    make.programme(name="Thứ năm mới", since=TOMORROW, replacing=(rival.pk,))
    assert not rival.terms.exists()
    assert Entry.objects.about(rival).last().kind == "ProgrammeCalledOff"  # type: ignore[union-attr]  # it is there


def test_what_runs_today_is_not_replaced_today() -> None:
    rival = make.programme(since=TODAY)
    Term.objects.update(since=TODAY - timedelta(days=7))
    with pytest.raises(RuleBroken, match="từ ngày mai"):
        make.programme(since=TODAY, replacing=(rival.pk,))
    assert rival.terms.get().until is None


def test_a_refused_successor_leaves_the_rival_running() -> None:
    rival = make.programme(since=TODAY)
    make.programme(parameters={"weekdays": [5]})
    with pytest.raises(Clash):
        make.programme(parameters={"weekdays": [3, 5]}, replacing=(rival.pk,))
    assert rival.terms.get().until is None
    rival.refresh_from_db()
    assert rival.end_reason == ""


@pytest.mark.parametrize("whose", ["another commune", "province"])
def test_nobody_ends_the_programme_of_others(whose: str) -> None:
    other = make.elsewhere() if whose == "another commune" else make.commune().province
    rival = make.programme(agency=other)
    with pytest.raises(RuleBroken, match="chính đơn vị mình"):
        make.programme(parameters={"weekdays": [5]}, replacing=(rival.pk,))
    assert rival.terms.get().until is None


def test_the_system_itself_may_switch_on() -> None:
    made = actions.switch_on(make.switch(), by=None, now=make.MONDAY)
    assert made.made_by is None
