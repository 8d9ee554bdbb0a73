"""A simulated history: every status, dates by the real rules, the same by the same seed."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.clockwork import set_clocks
from gandan.dossiers.models import Dossier
from gandan.dossiers.simulation.history import Plan, Told, read_planted, simulate
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.journal.chain import is_unbroken
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db
PLAN = Plan("31", 20, 30, 7, make.MONDAY)


def run(plan: Plan = PLAN) -> Told:
    make.commune()
    make.version()
    return simulate(plan, say=lambda _: None)


def test_it_works() -> None:
    assert run().dossiers == Dossier.objects.count() == 600
    kept = set(Dossier.objects.values_list("status", flat=True))
    assert {Status.RETURNED, Status.SETTLED, Status.PROCESSING, Status.REGISTERED} <= kept
    online = Dossier.objects.filter(channel="online").count()
    assert 0.65 < online / 600 < 0.9


def test_dates_are_those_of_the_real_rules() -> None:
    run()
    for dossier in Dossier.objects.filter(received_at__isnull=False).order_by("pk")[:120]:
        simulated = (dossier.due_at, dossier.statutory_due_at, dossier.clock766_due_at, dossier.is_provisional)
        set_clocks(dossier)
        assert (dossier.due_at, dossier.statutory_due_at, dossier.clock766_due_at, dossier.is_provisional) == simulated


def test_the_shares_of_a_delay_add_up() -> None:
    run()
    late = list(Dossier.objects.filter(outcome="late").prefetch_related("legs"))
    assert late
    for dossier in late:
        assert sum(leg.late_minutes for leg in dossier.legs.all()) > 0


def test_the_journal_is_chained() -> None:
    run()
    dossier = Dossier.objects.filter(status=Status.RETURNED).first()
    assert dossier is not None
    entries = Entry.objects.about(dossier)
    assert [one.kind for one in entries][:2] == ["DossierSubmitted", "DossierReceived"]
    assert is_unbroken(entries)


def test_work_goes_on_from_where_the_history_ends() -> None:
    run()
    dossier = Dossier.objects.filter(status=Status.SETTLED).first()
    assert dossier is not None
    actions.return_result(dossier, by=make.officer(), now=make.MONDAY)
    filed = make.dossier(of=ProcedureVersion.objects.get())
    assert filed.code not in Dossier.objects.exclude(pk=filed.pk).values_list("code", flat=True)


def test_the_same_seed_tells_the_same_history() -> None:
    def told() -> list[Any]:
        columns = ("code", "key", "status", "applicant_name", "due_at", "settled_at")
        return list(Dossier.objects.order_by("pk").values_list(*columns))

    run()
    first = told()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE dossiers_dossier, dossiers_daysequence CASCADE")
    simulate(PLAN, say=lambda _: None)
    assert told() == first


def test_a_planted_model_shortens_the_second_half() -> None:
    run(replace(PLAN, days=40, dossiers_per_day=40, planted=read_planted("S4.8:-0.50:1")))
    settled = Dossier.objects.filter(settled_at__isnull=False, supplement_count=0).order_by("submitted_at")
    minutes = [used for used in settled.values_list("working_minutes", flat=True) if used is not None]
    half = len(minutes) // 2
    assert median(minutes[half:]) < 0.8 * median(minutes[:half])


def test_without_a_journal() -> None:
    run(replace(PLAN, with_journal=False))
    assert not Entry.objects.filter(kind="DossierReceived").exists()


@pytest.mark.parametrize("text", ["S4.8", "S4.8:nhanh:20", "S4.8:-2:20", "S4.8:-0.3:0"])
def test_unreadable_models_are_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="plant"):
        read_planted(text)


def test_an_unknown_province_is_refused() -> None:
    with pytest.raises(RuleBroken, match="99"):
        run(replace(PLAN, province="99"))


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    make.commune()
    make.version()
    call_command("simulate", "--province", "31", "--days", "2", "--dossiers-per-day", "5", "--seed", "1", "--json")
    assert '"dossiers": 10' in capsys.readouterr().out
    with pytest.raises((RuleBroken, CommandError)):
        call_command("simulate", "--province", "31", "--days", "0", "--dossiers-per-day", "5", "--seed", "1")
