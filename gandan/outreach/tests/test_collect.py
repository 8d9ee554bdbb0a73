"""A dossier taken in at home, once."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.outreach import actions
from gandan.outreach.taking import Taken

from . import field

pytestmark = pytest.mark.django_db
TAKEN = Taken(
    procedure=make.PROCEDURE, applicant={"name": "Phạm Thị Hiền", "phone": "0912345119"},
    answers={"child_name": "Bảo", "born_on": "2026-11-05", "sex": "male"}, seen=("birth_proof",),
)  # fmt: skip


def test_it_works_once() -> None:
    make.version()
    made = field.planned()
    for _ in range(2):
        dossier = actions.collect(made, taken=TAKEN, by=field.minh(), now=make.moment(24, 9))
    made.refresh_from_db()
    assert Dossier.objects.get() == dossier == made.dossier
    assert (dossier.status, made.has_collected) == (Status.RECEIVED, True)
    assert UnderProgramme.objects.get().kind == "home_service"


def test_not_before_it_is_planned() -> None:
    make.version()
    with pytest.raises(RuleBroken, match="Lên lịch"):
        actions.collect(field.visit(), taken=TAKEN, by=field.minh(), now=field.MONDAY)


def test_a_visit_that_brings_takes_nothing_in() -> None:
    make.version()
    with pytest.raises(RuleBroken, match="mang kết quả"):
        actions.collect(field.planned(purpose="return"), taken=TAKEN, by=field.minh(), now=make.moment(24, 9))
