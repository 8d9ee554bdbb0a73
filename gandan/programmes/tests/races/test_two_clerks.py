"""Two clerks switch on what may not run side by side: the second sees what the first has done."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gandan.core.errors import RuleBroken
from gandan.programmes import actions
from gandan.programmes.conflicts import Clash
from gandan.programmes.models import Programme, Term
from gandan.programmes.tests import make

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


def test_one_of_two_rivals_is_switched_on() -> None:
    commune = make.commune()
    police, thu = commune.parts.get(part="cong_an"), make.clerk()
    told = together(
        lambda: actions.switch_on(make.switch(agency=commune), by=thu, now=make.MONDAY),
        lambda: actions.switch_on(make.switch(agency=police), by=thu, now=make.MONDAY),
        lambda: actions.switch_on(make.switch(agency=commune.province), by=thu, now=make.MONDAY),
    )
    assert sum(isinstance(one, Clash) for one in told) >= 1
    assert sum(isinstance(one, Programme) for one in told) == Term.objects.count()
    of_commune = Programme.objects.filter(agency__commune=commune)
    assert of_commune.count() <= 1


def test_a_programme_is_changed_once() -> None:
    one, thu = make.programme(since=make.TODAY), make.clerk()
    tomorrow = make.switch().since
    acts = [
        lambda day=day: actions.change(
            Programme.objects.select_related("agency").get(pk=one.pk),
            actions.Change({"weekdays": [day]}, tomorrow, "Dân đề nghị"), by=thu, now=make.MONDAY,
        )
        for day in (4, 5)
    ]  # fmt: skip
    told = together(*acts)
    assert sum(isinstance(answer, Term) for answer in told) >= 1
    assert one.terms.count() == 2
