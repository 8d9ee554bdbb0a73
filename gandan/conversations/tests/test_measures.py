"""The figures, on a small story."""

import pytest

from gandan.conversations.measures import NAMES
from gandan.conversations.models import Thread
from gandan.measures.registry import figures
from gandan.measures.scope import Scope

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    make.answered()
    make.thread()
    one = make.checked()
    point = make.touchpoint()
    point.days.create(day=make.MONDAY.date(), opened=25, asked=7)
    scope = Scope((make.commune().pk,), make.MONDAY.date(), make.MONDAY.date(), make.at(8))
    found = {name: figure.value for name, figure in figures(scope, *NAMES).items()}
    assert Thread.objects.count() == 3
    assert (found["questions"], found["answers_in_time_share"], found["answer_minutes"]) == (3, 100, 60)
    assert (found["prechecks_begun"], found["precheck_complete_share"], found["prechecked_dossiers"]) == (1, 100, 0)
    assert (found["touchpoint_opens"], found["touchpoint_questions"]) == (25, 7)
    assert found["precheck_counter_minutes"] is None, "missing is not zero"
    assert one.outcome == "complete"
