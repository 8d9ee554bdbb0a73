"""An error of the agency is put right within three working days."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.RETURNED)

    office.press(office.minh(), "correct", dossier, reason="Sai ngày sinh của bé")

    dossier = office.fresh(dossier)
    assert dossier.status == Status.PROCESSING
    assert dossier.due_at == make.moment(26, 17)
    assert dossier.working["correction"]["citation"].endswith("Điều 23, khoản 1")


def test_it_needs_the_error_in_words() -> None:
    dossier = make.dossier(Status.RETURNED)
    with pytest.raises(RuleBroken, match="sai sót"):
        actions.correct(dossier, reason="", by=office.minh(), now=make.MONDAY)


def test_the_outcome_of_the_first_time_stays() -> None:
    dossier = make.dossier(Status.RETURNED)
    actions.correct(dossier, reason="Sai tên", by=office.minh(), now=make.moment(30, 9))
    actions.approve(office.fresh(dossier), by=office.hoa(), now=make.moment(30, 10))
    dossier = office.fresh(dossier)
    assert dossier.outcome == "early"
    assert [one.is_correction for one in dossier.results.all()] == [False, True]
