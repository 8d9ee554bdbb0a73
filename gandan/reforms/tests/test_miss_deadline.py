from datetime import datetime, timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.adoption(hoa, obligation="mandatory")
    asked = actions.miss_deadline(adoption, by=None, now=_after(adoption))
    assert (adoption.status, asked.head, asked.cause) == (
        A.NOT_DEPLOYED, hoa, "Bắt buộc áp dụng theo 500/UBND-VHXH, đến hạn chưa vận hành"
    )  # fmt: skip


def test_the_last_moment_is_still_in_time() -> None:
    adoption = make.adoption(make.leader(), obligation="mandatory")
    assert adoption.due_at is not None
    with pytest.raises(RuleBroken, match="chưa quá hạn"):
        actions.miss_deadline(adoption, by=None, now=adoption.due_at)


def test_what_is_not_mandatory_is_not_explained() -> None:
    adoption = make.adoption(make.leader(), obligation="encouraged")
    with pytest.raises(RuleBroken, match="không bắt buộc"):
        actions.miss_deadline(adoption, by=None, now=_after(adoption))


def _after(adoption: Adoption) -> datetime:
    assert adoption.due_at is not None
    return adoption.due_at + timedelta(seconds=1)
