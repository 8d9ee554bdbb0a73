"""The officer confirms each member."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import PeerGroup
from gandan.hall.tests import group, make
from gandan.hall.workflow import GroupStatus, Status

pytestmark = pytest.mark.django_db


def test_with_the_last_one_the_group_is_confirmed() -> None:
    made, tickets = group.guiding()
    members = list(made.members.select_related("ticket"))
    for member in (members[0], *members):
        actions.confirm_member(member, by=make.officer(), now=make.at(30))

    made = PeerGroup.objects.get()
    assert (made.status, made.confirmed_at) == (GroupStatus.CONFIRMED, make.at(30))
    assert all(make.fresh(one).status == Status.DONE for one in tickets)


def test_not_before_they_are_guided() -> None:
    made, _ = group.proposed()
    with pytest.raises(RuleBroken, match="chưa xác nhận"):
        actions.confirm_member(made.members.select_related("ticket")[0], by=make.officer(), now=make.at(11))
