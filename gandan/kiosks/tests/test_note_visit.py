"""Counting what a person does, and ending nothing by it."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.kiosks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_pages_and_errors_add_up_until_the_end() -> None:
    visit = actions.begin_visit(make.machine(), now=make.EVENING)
    actions.note_visit(visit, now=make.EVENING, errors=2)
    actions.note_visit(visit, now=make.EVENING, errors=1, outcome="looked")
    assert (visit.steps, visit.errors, visit.outcome) == (2, 3, "looked")
    actions.end_visit(visit, now=make.EVENING)
    with pytest.raises(RuleBroken, match="kết thúc"):
        actions.note_visit(visit, now=make.EVENING)
