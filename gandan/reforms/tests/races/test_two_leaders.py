"""Two leaders at once: a model is switched on once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gandan.core.errors import RuleBroken
from gandan.programmes.models import Programme
from gandan.reforms import actions
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], object]) -> list[object]:
    """Run all at the same moment, each on its own connection; what each returned or the rule it broke."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait(timeout=10)
            return act()
        except RuleBroken as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [job.result(timeout=60) for job in [pool.submit(run, act) for act in acts]]


def test_two_press_on_the_page_of_the_model() -> None:
    hoa, binh, reform = make.leader(), make.leader(username="binh"), make.version().reform
    where = make.commune()
    told = together(
        *(
            lambda by=by: actions.apply_here(reform, make.plan(by), agency=where, by=by, now=make.NOW)
            for by in (hoa, binh)
        )
    )
    assert sum(isinstance(one, RuleBroken) for one in told) == 1
    assert Adoption.objects.get().status == AdoptionStatus.RUNNING
    assert Programme.objects.count() == 1


def test_two_switch_on_an_approved_plan() -> None:
    hoa, binh = make.leader(), make.leader(username="binh")
    made = make.planned(hoa)
    copies = [Adoption.objects.select_related("reform", "agency").get(pk=made.pk) for _ in range(2)]
    told = together(
        lambda: actions.switch_on(copies[0], by=hoa, now=make.NOW),
        lambda: actions.switch_on(copies[1], by=binh, now=make.NOW),
    )
    assert sum(isinstance(one, RuleBroken) for one in told) == 1
    assert Programme.objects.count() == 1
