"""Closed by the officer; the asker may open it again by writing."""

import pytest

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.answered()
    make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/dong/")
    assert make.fresh(made).status == "closed"
    actions.write_on(make.fresh(made), make.asking("Hỏi thêm"), now=make.at(3))
    assert make.fresh(made).status == "open"


def test_only_once() -> None:
    made = make.answered()
    actions.close_thread(made, by=make.mai(), now=make.MONDAY)
    with pytest.raises(RuleBroken):
        actions.close_thread(made, by=make.mai(), now=make.MONDAY)
