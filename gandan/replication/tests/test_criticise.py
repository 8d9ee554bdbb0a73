"""Named only with proof: three overdue tasks (S1.32)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.places.models import Agency
from gandan.replication import actions
from gandan.replication.models import Mention
from gandan.tasks.actions import Order, assign_task

from . import make
from .test_commend import QUARTER

pytestmark = pytest.mark.django_db


def overdue_unit(tasks: int = 3) -> Agency:
    unit = make.division(make.commune())
    for number in range(tasks):
        order = Order(agency=unit, given_by=make.commune(), title=f"Việc {number}", due_at=make.at(2))
        assign_task(order, by=make.hoa(), now=make.NOW)
    return unit


def named() -> Mention:
    praise = actions.Praise(overdue_unit(), QUARTER, "Ba nhiệm vụ quá hạn")
    return actions.criticise(praise, issuer=make.commune(), by=make.hoa(), now=make.at(5))


def test_it_works() -> None:
    assert [fact["title"] for fact in named().proof] == ["Việc 0", "Việc 1", "Việc 2"]


def test_without_proof_it_is_refused() -> None:
    praise = actions.Praise(overdue_unit(0), QUARTER, "Chậm")
    with pytest.raises(RuleBroken, match="Không có căn cứ"):
        actions.criticise(praise, issuer=make.commune(), by=make.hoa(), now=make.at(5))
