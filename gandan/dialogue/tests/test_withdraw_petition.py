"""It ends here, with words."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.accepted()
    actions.withdraw_petition(one, "Đơn rút ngày 24/11", by=make.thu(), now=make.at(1))
    assert (one.status, one.end_words, one.is_open) == ("withdrawn", "Đơn rút ngày 24/11", False)


def test_words_are_needed() -> None:
    with pytest.raises(RuleBroken, match="Ghi"):
        actions.withdraw_petition(make.accepted(), " ", by=make.thu(), now=make.at(1))
