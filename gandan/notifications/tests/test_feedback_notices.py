"""Feedback tells its people: the sender, who follows, the handler, the leader, the source that forgot its week."""

import pytest

from gandan.feedback import actions, jobs
from gandan.feedback.tests import boxes, make
from gandan.journal.tests.settle import settle
from gandan.notifications.models import Notice

pytestmark = pytest.mark.django_db


def told(event: str) -> list[str]:
    return [one.subject for one in Notice.objects.filter(event=event)]


def test_sender_and_follower_are_told_of_the_answer() -> None:
    one = make.resolved()
    actions.follow(make.feedback("khác"), actions.Sender(phone="0977777777"), by=None, now=make.NOW)
    one.followers.create(phone="0988888888", since=make.NOW)
    actions.answer(one, "Đã xong", by=make.minh(), now=make.at(hours=7))
    settle()
    assert told("feedback_received") != []
    assert told("feedback_answered") == [f"Đã có trả lời phản ánh {one.code}"] * 2
    assert make.PHONE not in str(list(Notice.objects.values_list("subject", "text")))


def test_handler_leader_and_asker() -> None:
    make.hoa()
    one, _ = make.about_dossier()
    settle()
    assert told("feedback_given") == [f"Được giao phản ánh {one.code}"] * 2


def test_late_and_waiting() -> None:
    one = make.directed()
    actions.note_stuck(one, "chờ vật tư", by=make.nam(), now=make.at(hours=2))
    jobs.warn_all(make.at(days=5))
    actions.keep_source(
        make.commune(), actions.SourceFacts("Hội Phụ nữ", phone="0966666666"), by=make.hoa(), now=make.NOW
    )  # fmt: skip
    jobs.remind_all(make.moment("2026-11-27 15:00"))
    boxes.opening()
    jobs.warn_all_boxes(make.at(days=9))
    settle()
    assert told("feedback_overdue") == [f"Quá hẹn: phản ánh {one.code}"]
    assert told("feedback_stuck") == [f"Phản ánh {one.code} đang chờ"]
    assert told("weekly_reminded") == ["Xin gửi phiếu ý kiến tuần này"]
    assert len(told("box_unopened")) == 1


def test_turned_away_in_words() -> None:
    actions.refuse(make.feedback(), "complaint", by=make.minh(), now=make.NOW)
    actions.pass_on(make.feedback("x"), "Điện lực", by=make.minh(), now=make.NOW)
    first, second = make.feedback("a"), make.feedback("b")
    actions.join(second, first, by=make.minh(), now=make.NOW)
    actions.ask_more(make.feedback("c"), "Ở đâu?", by=make.minh(), now=make.NOW)
    reopened = make.answered()
    actions.reopen(reopened, "chưa được", by=None, now=make.at(days=1))
    settle()
    for event in ("refused", "passed_on", "joined", "more_asked", "reopened"):
        assert len(told(f"feedback_{event}")) == 1, event
