"""Figures of dossiers: missing is not zero, the rows behind a figure are as many as it says, one statement answers many."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.core.keys import new_key
from gandan.dossiers.deadlines import outcome
from gandan.dossiers.measures import dossiers_behind
from gandan.dossiers.models import Channel, Dossier, Leg, Rating
from gandan.dossiers.workflow import Status
from gandan.measures.measure import answer
from gandan.measures.registry import all_measures, ask, figures, measure_named, table
from gandan.measures.scope import Scope
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db
NOW = make.moment(25, 10)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
NAMES = [measure.name for measure in all_measures()]


def scope_of(*communes: Agency, **more: Any) -> Scope:
    return Scope(tuple(commune.pk for commune in communes), *NOVEMBER, NOW, **more)


def plain(commune: Agency, version: ProcedureVersion, **facts: Any) -> Dossier:
    """A dossier as a row, with the columns of `facts`; not saved."""
    key = new_key()
    return Dossier(**{
        "code": f"{commune.code}-{key}", "key": key, "commune": commune, "agency": commune, "receiving_agency": commune,
        "procedure": version.procedure, "version": version, "channel": Channel.COUNTER, "applicant_name": "Bà Lan",
        "submitted_at": make.MONDAY, **facts,
    })  # fmt: skip


def settled(commune: Agency, version: ProcedureVersion, *, hours: int, **facts: Any) -> Dossier:
    received = make.MONDAY
    at, due = received + timedelta(hours=hours), received + timedelta(days=1)
    return plain(commune, version, status=Status.RETURNED, received_at=received, settled_at=at, due_at=due,
                 clock766_due_at=due, outcome=outcome(at, due), working_minutes=hours * 60,
                 is_same_day=at.date() == received.date(), **facts)  # fmt: skip


def test_missing_is_not_zero() -> None:
    found = figures(scope_of(make.commune()), *NAMES)

    assert found["on_time_rate"].value is None
    assert found["processing_hours"].value is None
    assert found["satisfaction"].value is None
    assert found["received"].value == 0
    assert measure_named("on_time_rate").say(None) == "chưa có"


def test_the_rate_and_the_median() -> None:
    commune, version = make.commune(), make.version()
    Dossier.objects.bulk_create(settled(commune, version, hours=hours) for hours in (1, 2, 24, 30))

    found = figures(scope_of(commune), "on_time_rate", "processing_hours", "same_day_share", "early", "on_time", "late")

    assert (found["on_time_rate"].numerator, found["on_time_rate"].denominator) == (3, 4)
    assert found["on_time_rate"].value == 75
    assert found["processing_hours"].value == 13
    assert found["same_day_share"].value == 50
    assert [found[name].value for name in ("early", "on_time", "late")] == [2, 1, 1]


def test_a_dossier_waiting_for_the_citizen_is_not_running_late() -> None:
    commune, version = make.commune(), make.version()
    past = {"received_at": make.MONDAY, "due_at": NOW - timedelta(hours=1)}
    Dossier.objects.bulk_create(
        plain(commune, version, status=status, **past) for status in (Status.PROCESSING, Status.SUPPLEMENT)
    )

    assert measure_named("running_late").figure(scope_of(commune)).value == 1


def test_two_requests_are_late_on_the_766_clock_and_running_on_time_counts() -> None:
    commune, version = make.commune(), make.version()
    running = {
        "received_at": make.MONDAY,
        "due_at": NOW + timedelta(days=1),
        "clock766_due_at": NOW + timedelta(days=1),
    }
    Dossier.objects.bulk_create([
        settled(commune, version, hours=1), settled(commune, version, hours=1, supplement_count=2),
        plain(commune, version, status=Status.PROCESSING, **running),
    ])  # fmt: skip

    figure = measure_named("on_time_766").figure(scope_of(commune))

    assert (figure.numerator, figure.denominator) == (2, 3)


def test_stars_and_late_legs() -> None:
    commune, version = make.commune(), make.version()
    police = Agency.objects.get(code=f"{commune.code}-cong_an")
    one = settled(commune, version, hours=30)
    one.save()
    Rating.objects.create(dossier=one, stars=4, at=NOW)
    for key, minutes in (("a", 90), ("b", 0)):
        Leg.objects.create(dossier=one, stage=1, key=key, name=key, agency=police, role="partner", half_days=1,
                           late_minutes=minutes)  # fmt: skip

    assert measure_named("satisfaction").figure(scope_of(commune)).value == 4
    holders = measure_named("by_leg_delay").group(scope_of(commune), "holder")
    assert [(key, figure.value) for key, figure in holders] == [(police.code, 1.5)]


def test_groups_days_and_narrowing() -> None:
    commune, version = make.commune(), make.version()
    other = make.version("1.000656")
    Procedure.objects.filter(pk=other.procedure_id).update(field="Chứng thực", short_name="Chứng thực bản sao")
    Dossier.objects.bulk_create(
        [settled(commune, version, hours=1), settled(commune, other, hours=2, channel="online")]
    )

    scope = scope_of(commune)
    by_field = {row.key: row.figures for row in table(scope, "settled", "processing_hours", "online_share", by="field")}
    assert by_field["Chứng thực"]["processing_hours"].value == 2
    assert by_field["Hộ tịch"]["online_share"].value == 0
    assert [row.label for row in table(scope, "settled", by="procedure")] == ["Chứng thực bản sao", "Đăng ký khai sinh"]
    assert measure_named("settled").group(scope, "day")[0][0] == "2026-11-23"
    assert measure_named("settled").group(scope, "month")[0][0] == "2026-11-01"
    assert measure_named("settled").figure(scope_of(commune, channel="online")).value == 1
    assert measure_named("settled").figure(scope_of(commune, field="Hộ tịch", procedure="1.000656")).value == 0


def test_the_last_day_counts_to_midnight_in_vietnam() -> None:
    commune, version = make.commune(), make.version()
    for at in (datetime(2026, 11, 30, 23, 59, tzinfo=make.VIETNAM), datetime(2026, 12, 1, tzinfo=make.VIETNAM)):
        plain(commune, version, received_at=at).save()

    assert measure_named("received").figure(scope_of(commune)).value == 1


def test_another_commune_is_not_counted() -> None:
    commune, version = make.commune(), make.version()
    foreign = make.commune("11132", "Xã Khác", "000.32.52.H24")
    Dossier.objects.bulk_create([settled(commune, version, hours=1), settled(foreign, version, hours=1)])

    assert measure_named("settled").figure(scope_of(commune)).value == 1
    both = measure_named("settled").group(scope_of(commune, foreign), "agency")
    assert [(key, figure.value) for key, figure in both] == [("11131", 1), ("11132", 1)]


def test_all_measures_of_several_questions_are_one_statement() -> None:
    commune = make.commune()
    with CaptureQueriesContext(
        connection,
    ) as seen:
        answer(ask(scope_of(commune), *NAMES), ask(scope_of(commune), "received", "on_time_rate", by="field"))
    assert len(seen) == 1


@pytest.fixture
def ground(db: None) -> tuple[Agency, ProcedureVersion]:
    return make.commune(), make.version()


@given(seed=st.integers(0, 10**6))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_rows_behind_a_figure_are_as_many_as_it_says(ground: tuple[Agency, ProcedureVersion], seed: int) -> None:
    Leg.objects.all().delete()
    Dossier.objects.all().delete()
    fill(*ground, random.Random(seed))

    found = figures(scope_of(ground[0]), *NAMES)

    for measure in all_measures():
        figure = found[measure.name]
        rows = measure.rows(scope_of(ground[0]))
        assert rows.count() == figure.n, measure.name
        if figure.numerator is not None:
            assert measure.counted(scope_of(ground[0])).count() == figure.numerator, measure.name
        assert dossiers_behind(rows).count() <= figure.n
    assert found["settled"].n == sum(found[name].n for name in ("early", "on_time", "late"))


def fill(commune: Agency, version: ProcedureVersion, chance: random.Random) -> None:
    """Thirty dossiers of every kind, in and around November."""
    made = Dossier.objects.bulk_create(anyone(commune, version, chance) for _ in range(30))
    legs = [Leg(dossier=one, stage=1, key="a", name="a", agency=commune, role="specialist", half_days=1,
                late_minutes=chance.choice((0, 45))) for one in made]  # fmt: skip
    Leg.objects.bulk_create(legs)
    Rating.objects.bulk_create(Rating(dossier=one, stars=chance.randint(1, 5), at=NOW) for one in made[::3])


def anyone(commune: Agency, version: ProcedureVersion, chance: random.Random) -> Dossier:
    """A dossier whose columns agree with each other, else at random."""
    received = datetime(2026, 10, 10, 8, tzinfo=make.VIETNAM) + timedelta(hours=chance.randint(0, 24 * 60))
    due = received + timedelta(hours=chance.randint(1, 200))
    facts: dict[str, Any] = {
        "received_at": received, "submitted_at": received, "due_at": due, "clock766_due_at": due,
        "channel": chance.choice(list(Channel)), "supplement_count": chance.choice((0, 0, 1, 2)),
        "citizen_minutes": chance.choice((0, 0, 120)), "status": chance.choice(list(Status)),
    }  # fmt: skip
    end = min(received + timedelta(hours=chance.randint(1, 300)), NOW)
    if facts["status"] in (Status.SETTLED, Status.RETURNED):
        facts |= {"settled_at": end, "outcome": outcome(end, due), "working_minutes": 60, "is_same_day": False}
    if facts["status"] in (Status.REFUSED, Status.WITHDRAWN, Status.STOPPED):
        facts |= {"ended_at": end}
    return plain(commune, version, **facts)
