from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.models import Adoption, Reform
from gandan.reforms.tests import effects, make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def told(reform: Reform, many: int, **more: Any) -> list[actions.Assignment]:
    facts: dict[str, Any] = {"obligation": "mandatory", "directive_no": "8026/SNV-CCHC&PC", **more}
    return [actions.Assignment(reform=reform, agency=effects.commune(number), **facts) for number in range(many)]


def test_it_works() -> None:
    hien, reform = make.above(), make.version().reform
    own = effects.adopt(reform, effects.commune(1), status=A.STUDYING, started_on=None)
    made = actions.assign_all(told(reform, 3), by=hien, now=make.NOW)
    assert [one.agency.name for one in made] == ["Xã Số 0", "Xã Số 1", "Xã Số 2"]
    assert made[1].pk == own.pk
    assert [(one.status, one.obligation) for one in made] == [
        (A.ASSIGNED, "mandatory"), (A.STUDYING, "mandatory"), (A.ASSIGNED, "mandatory"),
    ]  # fmt: skip
    assert [Entry.objects.about(one).get().kind for one in made] == ["AdoptionAssigned"] * 3
    assert {one.version for one in Adoption.objects.exclude(pk=own.pk)} == {reform.newest()}


def test_statements_do_not_grow_with_communes() -> None:
    hien, first, second = make.above(), make.version().reform, make.reform("khac", "Khác")
    counts = []
    for reform, many in ((first, 2), (second, 12)):
        asked = told(reform, many)
        with CaptureQueriesContext(connection) as run:
            actions.assign_all(asked, by=hien, now=make.NOW)
        counts.append(len(run))
    assert counts[0] >= counts[1]


def test_one_that_cannot_be_refuses_all() -> None:
    hien, reform = make.above(), make.version().reform
    with pytest.raises(RuleBroken, match="Hạn triển khai đã qua"):
        actions.assign_all(told(reform, 2, due_at=make.NOW - timedelta(minutes=1)), by=hien, now=make.NOW)
    assert not Adoption.objects.exists()
