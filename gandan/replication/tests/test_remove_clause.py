"""A clause leaves a draft."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make
from .test_add_clause import WORDS

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    made = make.directive()
    clause = actions.add_clause(made, words=WORDS, by=make.hien(), now=make.NOW)
    make.signed_in(make.hien()).post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/muc/{clause.pk}/bo/")
    assert not made.clauses.exists()


def test_not_after_the_issue() -> None:
    make.commune()
    made = make.issued()
    with pytest.raises(RuleBroken, match="không sửa được"):
        actions.remove_clause(made.clauses.get(), by=make.hien(), now=make.NOW)
