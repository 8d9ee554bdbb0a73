from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.adoption(hoa, obligation="mandatory")
    actions.miss_deadline(adoption, by=None, now=make.NOW + timedelta(days=11))
    said = actions.explain(adoption, text="Mưa lũ", by=hoa, now=make.NOW + timedelta(days=12))
    assert (adoption.status, said.text, said.by) == (A.EXPLAINED, "Mưa lũ", hoa)


def test_nobody_asked() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="không có yêu cầu giải trình"):
        actions.explain(make.adoption(hoa), text="Mưa lũ", by=hoa, now=make.NOW)


def test_late_is_better_than_never() -> None:
    hoa = make.leader()
    adoption, later = make.adoption(hoa, obligation="mandatory"), make.NOW + timedelta(days=11)
    actions.miss_deadline(adoption, by=None, now=later)
    actions.submit(adoption, make.plan(hoa, start_on=later.date()), by=hoa, now=later)
    assert adoption.status == A.SUBMITTED
