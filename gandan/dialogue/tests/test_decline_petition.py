"""It ends here, with words."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.sorted_petition()
    actions.decline_petition(one, "Đã hết thời hiệu", by=make.thu(), now=make.at(1))
    assert (one.status, one.end_words, one.is_open) == ("declined", "Đã hết thời hiệu", False)


def test_words_are_needed() -> None:
    with pytest.raises(RuleBroken, match="Ghi"):
        actions.decline_petition(make.sorted_petition(), " ", by=make.thu(), now=make.at(1))
