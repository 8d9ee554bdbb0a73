"""Letters tell the leader who signs, the officer whose draft came back, and whoever writes the greeting."""

import pytest

from gandan.journal.tests.settle import settle
from gandan.letters import actions
from gandan.letters.tests import make
from gandan.notifications.models import Notice
from gandan.people.models import Role

pytestmark = pytest.mark.django_db


def told(event: str) -> list[str]:
    return [one.subject for one in Notice.objects.filter(event=event)]


def test_who_signs_and_who_drafted() -> None:
    make.hoa()
    letter = make.presented()
    actions.send_letter_back(letter, "Ghi đúng tuổi cụ.", by=make.hoa(), now=make.NOW)
    settle()
    assert told("letter_presented") == ["Có thư Chia buồn chờ ký"]
    assert told("letter_sent_back") == ["Thư Chia buồn được trả lại để sửa"]
    assert "Vũ Văn" not in str(list(Notice.objects.values_list("subject", "text")))


def test_who_writes_the_greeting() -> None:
    make.staff("truyen", Role.COMMUNICATIONS)
    make.greeting()
    settle()
    assert told("greeting_planned") == ["Soạn lời chúc Tết Dương lịch"]
