"""From dossiers to kept rows: who counts as adopter, who as one of the others, what is asked, how many statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.dossiers.tests import make as dossiers
from gandan.reforms import actions
from gandan.reforms.effect.narrowing import EVERYTHING, Narrowing, narrowing_of
from gandan.reforms.jobs import refresh_effect_of, refresh_effects
from gandan.reforms.models import Adoption, Effect, Reform, Verdict
from gandan.reforms.tests import effects, make
from gandan.reforms.workflow import AdoptionStatus

pytestmark = pytest.mark.django_db


def whole(reform: Reform, measure: str = "processing_hours") -> Effect:
    return reform.effects.get(adoption=None, measure=measure)


def test_it_works() -> None:
    reform = effects.province_with_model()
    assert actions.refresh_effect(reform, now=effects.NOW) == 3
    told = whole(reform)
    assert told.verdict == Verdict.BETTER
    assert told.difference == pytest.approx(-4, abs=0.3)
    assert [told.before, told.after] == pytest.approx([16.2, 12.2], abs=0.5)
    assert (told.adopters, told.compared, told.n_before, told.n_after) == (2, 3, 120, 120)
    assert told.series["weeks"] == list(range(-12, 13))
    assert len(told.series["adopters"]) == len(told.series["others"]) == 25
    single = reform.effects.exclude(adoption=None)
    assert {one.verdict for one in single} == {Verdict.BETTER}


def test_no_change_is_a_result() -> None:
    reform = effects.province_with_model(then=16.0)
    actions.refresh_effect(reform, now=effects.NOW)
    assert whole(reform).verdict == Verdict.NONE


def test_a_new_adopter_waits() -> None:
    reform = effects.province_with_model(adopters=1)
    Adoption.objects.update(started_on=effects.NOW.date() - timedelta(weeks=3))
    actions.refresh_effect(reform, now=effects.NOW)
    told = whole(reform)
    assert (told.verdict, told.adopters, told.waiting) == (Verdict.TOO_FEW, 0, 1)


def test_nobody_has_begun() -> None:
    reform = make.reform()
    assert actions.refresh_effect(reform, now=effects.NOW) == 0


@pytest.mark.parametrize("status", [AdoptionStatus.PAUSED, AdoptionStatus.EXEMPTED], ids=["paused elsewhere", "exempt"])
def test_those_apart_are_not_the_others(status: AdoptionStatus) -> None:
    reform = effects.province_with_model()
    effects.adopt(reform, effects.commune(4), status=status, started_on=None)
    actions.refresh_effect(reform, now=effects.NOW)
    assert whole(reform).compared == 2


def test_who_switched_on_within_the_window_is_not_one_of_the_others() -> None:
    reform = effects.province_with_model()
    effects.adopt(reform, effects.commune(4), started_on=effects.START + timedelta(weeks=3))
    actions.refresh_effect(reform, now=effects.NOW)
    first = reform.effects.get(adoption__agency=effects.commune(0), measure="processing_hours")
    assert first.compared == 2


def test_another_province_is_not_compared_with() -> None:
    reform = effects.province_with_model(others=0)
    actions.refresh_effect(reform, now=effects.NOW)
    assert whole(reform).compared == 0


def test_again_replaces_what_was_kept() -> None:
    reform = effects.province_with_model()
    actions.refresh_effect(reform, now=effects.NOW)
    actions.refresh_effect(reform, now=effects.NOW + timedelta(minutes=5))
    assert Effect.objects.count() == 3
    assert whole(reform).reckoned_at == effects.NOW + timedelta(minutes=5)


def test_few_statements_however_many_communes() -> None:
    reform = effects.province_with_model(adopters=3, others=4)
    with CaptureQueriesContext(connection) as asked:
        actions.refresh_effect(reform, now=effects.NOW)
    assert len(asked) <= 14


def test_same_procedures_and_weekdays() -> None:
    """Only what the programme is about: dossiers of other procedures do not count before nor after."""
    reform = effects.province_with_model(adopters=1, others=2)
    other = dossiers.version("2.000815")
    for number in range(3):
        effects.weeks(effects.commune(number), other, hours=40.0, then=2.0)
    fast = {"kind": "fast_day", "parameters": {"weekdays": [0, 1, 2, 3, 4], "procedures": [dossiers.PROCEDURE]}}
    Adoption.objects.update(settings=[fast])
    actions.refresh_effect(reform, now=effects.NOW)
    assert whole(reform).n_before == 60
    assert whole(reform).difference == pytest.approx(-4, abs=0.4)


def test_what_programmes_are_about() -> None:
    dossiers.version(working_days=3)
    day = effects.START
    assert narrowing_of([], day) == EVERYTHING
    by_limit = [{"kind": "fast_day", "parameters": {"weekdays": [3], "limits": [3]}}]
    assert narrowing_of(by_limit, day) == Narrowing((dossiers.PROCEDURE,), (3,))
    shorter = {"kind": "shortened_limit", "parameters": {"limits": {"2.000815": 2}}}
    assert narrowing_of([shorter], day) == Narrowing(("2.000815",), ())
    assert narrowing_of([*by_limit, shorter], day) == Narrowing((dossiers.PROCEDURE, "2.000815"), ())
    assert narrowing_of([{"kind": "of a newer version"}], day) == EVERYTHING


def test_every_night(monkeypatch: pytest.MonkeyPatch) -> None:
    dossiers.stop_clock(monkeypatch, effects.NOW)
    reform = effects.province_with_model(adopters=1, others=1)
    refresh_effects(0)
    assert whole(reform).adopters == 1
    Effect.objects.all().delete()
    refresh_effect_of(reform.pk)
    assert whole(reform).adopters == 1
    refresh_effect_of(0)
