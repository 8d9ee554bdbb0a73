"""Eight working hours and nobody answered."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db

from gandan.dossiers import jobs  # noqa: E402
from gandan.journal.models import Entry  # noqa: E402


def test_it_works(clock: Clock) -> None:
    """Filed on Monday at nine: by Tuesday at nine it should have been answered."""
    dossier = make.dossier()
    clock.set("2026-11-24 09:10")

    jobs.warn_unreceived(0)
    jobs.warn_unreceived(0)

    assert Entry.objects.about(dossier).filter(kind="ReceptionOverdue").count() == 1


def test_not_before(clock: Clock) -> None:
    dossier = make.dossier()
    with pytest.raises(RuleBroken, match="chưa quá hạn"):
        actions.warn_unreceived(dossier, now=make.moment(24, 8, 59))


def test_not_when_received() -> None:
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="chưa quá hạn"):
        actions.warn_unreceived(dossier, now=make.moment(30, 9))
