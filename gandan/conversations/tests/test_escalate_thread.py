"""Four working hours without an answer: the leader sees it."""

import pytest

from gandan.conversations import actions
from gandan.conversations.jobs import escalate_all
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.thread()
    assert escalate_all(make.at(1)) == 0
    assert escalate_all(make.at(10)) == 1
    assert escalate_all(make.at(10)) == 0
    assert make.fresh(made).status == "escalated"
    page = make.at_desk(make.hoa()).get("/lanh-dao/hoi-dap/").content.decode()
    assert "Câu hỏi quá giờ" in page


def test_the_clock_does_not_before_its_time() -> None:
    with pytest.raises(RuleBroken, match="chưa quá giờ"):
        actions.escalate_thread(make.thread(), by=None, now=make.at(1))


def test_an_officer_asks_for_help() -> None:
    made = make.thread()
    make.at_desk(make.minh()).post(f"{make.OFFICER}{made.pk}/bao-lanh-dao/")
    assert make.fresh(made).status == "escalated"
