"""Ending: by touch, by time, by the clock."""

from datetime import timedelta

import pytest
from django.test import Client

from gandan.dossiers.models import Dossier, Draft
from gandan.kiosks import actions, jobs
from gandan.kiosks.models import KioskFiling, Outcome

from . import make
from .test_file_visit import filled

pytestmark = pytest.mark.django_db


def test_an_unfiled_draft_is_thrown_away(client: Client) -> None:
    make.programme()
    visit = filled()
    client.post(make.address(visit, "end"))
    visit = make.fresh(visit)
    assert (visit.outcome, visit.draft, visit.dossier) == (Outcome.ABANDONED, None, None)
    assert not Draft.objects.exists()


def test_a_filed_dossier_stays_and_leaves_the_screen(client: Client) -> None:
    make.programme()
    visit = filled()
    actions.file_visit(visit, is_handwritten=False, now=make.EVENING)
    actions.end_visit(visit, now=make.EVENING)
    actions.end_visit(visit, now=make.EVENING)
    assert (visit.outcome, visit.draft, visit.dossier) == (Outcome.FILED, None, None)
    assert KioskFiling.objects.get(dossier=Dossier.objects.get()).visit == visit


def test_a_machine_switched_off_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    make.programme()
    visit = filled()
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.EVENING + timedelta(minutes=31))
    jobs.end_forgotten_visits.func(0)
    assert make.fresh(visit).outcome == Outcome.ABANDONED
    assert not Draft.objects.exists()
