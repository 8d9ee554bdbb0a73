"""Stopping, with the reason on Mẫu 05."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)

    office.press(office.minh(), "stop", dossier, reason="Người nộp đã chuyển đi")

    dossier = office.fresh(dossier)
    assert dossier.status == Status.STOPPED
    assert set(dossier.legs.values_list("status", flat=True)) == {"cancelled"}


def test_it_needs_a_reason() -> None:
    dossier = make.dossier()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.stop(dossier, reason="", by=office.minh(), now=make.MONDAY)


def test_the_citizen_withdraws_at_the_counter(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    office.press(office.minh(), "withdraw", dossier, reason="Công dân đổi ý")
    assert office.fresh(dossier).status == Status.WITHDRAWN
