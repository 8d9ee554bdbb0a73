"""Closing what was not completed within fifteen days."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.dossiers import jobs  # noqa: E402
from gandan.journal.models import Entry  # noqa: E402


def test_it_works(clock: Clock) -> None:
    """The clock does it, not a button; it is not called late."""
    dossier = make.dossier(Status.SUPPLEMENT)
    clock.set("2026-12-09 00:20")

    jobs.close_uncompleted(0)

    dossier = office.fresh(dossier)
    assert (dossier.status, dossier.outcome) == (Status.STOPPED, "")
    assert Entry.objects.about(dossier).filter(kind="DossierClosed").count() == 1


def test_not_a_day_too_early(clock: Clock) -> None:
    dossier = make.dossier(Status.SUPPLEMENT)
    clock.set("2026-12-08 16:00")
    jobs.close_uncompleted(0)
    assert office.fresh(dossier).status == Status.SUPPLEMENT
    with pytest.raises(RuleBroken, match="còn hạn bổ sung"):
        actions.close(dossier, now=make.MONDAY)
