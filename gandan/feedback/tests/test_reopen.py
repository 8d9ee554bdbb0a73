"""The sender says it is not done: fresh limits."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_a_new_round_with_fresh_limits() -> None:
    one = make.answered()
    actions.reopen(one, "Hôm sau lại lấn chiếm", by=None, now=make.at(days=4))
    last = make.fresh(one)
    assert (last.status, last.round, last.answered_at) == ("screened", 2, None)
    assert last.promise_due_at == make.moment("2026-12-02 09:00")
    assert last.answer_by == make.moment("2026-12-18 17:00")
    actions.direct(last, actions.Order("Làm dứt điểm", [make.economy()]), by=make.hoa(), now=make.at(days=4))
    assert last.parts.count() == 2


def test_not_for_ever() -> None:
    with pytest.raises(RuleBroken, match="quá 15 ngày"):
        actions.reopen(make.answered(), "x", by=None, now=make.at(days=17))
