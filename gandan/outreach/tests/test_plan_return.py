"""The result of what was taken in at home goes back there, once."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.outreach import actions
from gandan.outreach.models import HomeVisit

from .test_complete_visit import brought

pytestmark = pytest.mark.django_db


def test_it_works_once() -> None:
    _, dossier = brought()
    assert actions.plan_return(dossier, now=make.moment(24, 17)) is None
    assert HomeVisit.objects.count() == 2


def test_what_came_to_the_counter_is_not_brought() -> None:
    dossier = make.dossier(Status.SETTLED)
    assert actions.plan_return(dossier, now=make.MONDAY) is None
