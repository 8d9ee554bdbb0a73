"""It ends here, with words."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.petition()
    actions.transfer_petition(one, "Sở Xây dựng", by=make.thu(), now=make.at(1))
    assert (one.status, one.end_words, one.is_open) == ("transferred", "Sở Xây dựng", False)


def test_words_are_needed() -> None:
    with pytest.raises(RuleBroken, match="Ghi"):
        actions.transfer_petition(make.petition(), " ", by=make.thu(), now=make.at(1))
