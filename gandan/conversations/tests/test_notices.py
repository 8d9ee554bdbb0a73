"""Who is told: the officer of a question, the asker of an answer, the leader of a late one."""

import pytest

from gandan.conversations import actions, jobs
from gandan.journal.tests.settle import settle
from gandan.notifications.models import Notice

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    leader = make.hoa()
    actions.give_field_duty(make.commune(), "", make.mai(), by=leader, now=make.MONDAY)
    made = make.thread()
    late = make.thread("Chuyện khác", now=make.at(-72))
    jobs.escalate_all(make.MONDAY)
    actions.answer_thread(made, actions.Answer("Cần giấy chứng sinh."), by=make.mai(), now=make.MONDAY)
    settle()
    told = {(one.event, one.recipient, one.phone) for one in Notice.objects.all()}
    assert ("question_asked", make.mai(), make.mai().phone) in told
    assert ("question_answered", None, make.PHONE) in told
    assert ("question_late", leader, leader.phone) in told
    assert f"/hoi-dap/{made.key}/" in Notice.objects.get(event="question_answered").link
    assert late.owner == make.mai()
