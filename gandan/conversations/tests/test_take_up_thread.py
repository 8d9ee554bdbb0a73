"""“Tôi trả lời”."""

import pytest

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.thread()
    make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/nhan/")
    assert (make.fresh(made).status, make.fresh(made).owner) == ("answering", make.mai())


def test_only_once() -> None:
    made = make.thread()
    actions.take_up_thread(made, by=make.mai(), now=make.MONDAY)
    with pytest.raises(RuleBroken):
        actions.take_up_thread(made, by=make.minh(), now=make.MONDAY)
