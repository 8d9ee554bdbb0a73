"""The pioneer guides the others."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import group, make

pytestmark = pytest.mark.django_db


def test_after_being_guided() -> None:
    made, tickets = group.proposed()
    minh = make.officer()
    actions.agree_group(made, pioneer=tickets[0], by=minh, now=make.at(12))
    with pytest.raises(RuleBroken, match="không làm được"):
        actions.let_guide(made, by=minh, now=make.at(13))
    actions.guide_pioneer(made, by=minh, now=make.at(15))
    actions.let_guide(made, by=minh, now=make.at(16))

    assert (made.guided_at, made.guiding_at) == (make.at(15), make.at(16))
