"""Two machines before one locker, two officers before one compartment: on PostgreSQL, at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.kiosks import actions
from gandan.kiosks.models import Placement
from gandan.kiosks.pickup import fetch
from gandan.kiosks.tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*verbs: Callable[[], object]) -> list[str]:
    """Run all at the same moment; what each came to."""
    begin, told = threading.Barrier(len(verbs)), []

    def run(verb: Callable[[], object]) -> None:
        begin.wait()
        try:
            verb()
            told.append("done")
        except RuleBroken:
            told.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[verb]) for verb in verbs]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(told)


def test_one_code_at_two_machines_returns_once() -> None:
    first = make.machine()
    second = make.machine("Máy APS 2", compartments=0, locker=first.locker)
    held = make.placement(first)
    told = at_once(*(lambda m=m: fetch(m, code=held.code, now=make.EVENING) for m in (first, second)))
    assert "done" in told
    assert make.fresh(held).status == "fetched"
    assert Entry.objects.filter(kind="ResultReturned").count() == 1


def test_two_officers_one_compartment() -> None:
    machine = make.machine()
    one = make.settled()
    two = make.settled(of=one.version)
    minh, cell = make.minh(), make.compartment(machine)
    told = at_once(
        *(lambda d=d: actions.reserve_compartment(cell, dossier=d, by=minh, now=make.EVENING) for d in (one, two))
    )
    assert told == ["done", "refused"]
    assert Placement.objects.count() == 1
