"""The visitor is on the way."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    made = field.planned()
    actions.set_out(made, by=field.minh(), now=make.moment(24, 8))
    assert made.status == VisitStatus.ON_THE_WAY
