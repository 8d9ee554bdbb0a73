"""A numbered clause; a number stands once."""

from datetime import date

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db
WORDS = actions.ClauseWords(
    number="2.3", title="Gửi báo cáo", due_on=date(2026, 12, 25), is_strict=True, groups=("communes",)
)


def test_it_works() -> None:
    clause = actions.add_clause(make.directive(), words=WORDS, by=make.hien(), now=make.NOW)
    assert f"{clause.due_at:%d/%m %H:%M}" == "24/12 23:59"


def test_twice_is_refused() -> None:
    made = make.directive()
    actions.add_clause(made, words=WORDS, by=make.hien(), now=make.NOW)
    with pytest.raises(RuleBroken, match=r"đã có mục 2\.3"):
        actions.add_clause(made, words=WORDS, by=make.hien(), now=make.NOW)
