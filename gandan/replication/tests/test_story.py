"""The chain as the demonstration tells it."""

import pytest

from gandan.people.models import Assignment
from gandan.replication import chains
from gandan.replication.models import Directive, PeriodReport
from gandan.replication.story import tell_chain
from gandan.tasks.models import Task

from . import make

pytestmark = pytest.mark.django_db


def test_it_is_told_once() -> None:
    commune = make.commune()
    people = {"sonoivu": make.hien(), "lanhdao": make.hoa(), "chuyenvien": make.minh()}
    assert Assignment.objects.count() == 3
    make.chain_models(chains.CHI_MINH, "8026")
    own = tell_chain(commune, people, now=make.NOW)
    assert own is not None
    assert own.cascade_days == 5
    assert {task.status_label() for task in Task.objects.all()} == {"Hoàn thành"}
    assert f"{PeriodReport.objects.get(agency=commune).round.due_on:%d/%m/%Y}" == "25/11/2026"
    assert tell_chain(commune, people, now=make.NOW) is None
    assert Directive.objects.count() == 2
