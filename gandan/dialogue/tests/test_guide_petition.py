"""It ends here, with words."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.petition()
    actions.guide_petition(one, "Gửi Tòa án", by=make.thu(), now=make.at(1))
    assert (one.status, one.end_words, one.is_open) == ("guided", "Gửi Tòa án", False)


def test_words_are_needed() -> None:
    with pytest.raises(RuleBroken, match="Ghi"):
        actions.guide_petition(make.petition(), " ", by=make.thu(), now=make.at(1))
