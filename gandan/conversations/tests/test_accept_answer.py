"""“Tôi đã rõ”: the first answer was enough."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.models import TouchDay
from gandan.core.errors import RuleBroken
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    make.version()
    point = make.touchpoint()
    made = make.thread(touchpoint=point, channel="touchpoint")
    settle()
    assert Client().post(f"/hoi-dap/{made.key}/da-ro/").status_code == 302
    made = make.fresh(made)
    assert (made.status, made.is_by_assistant) == ("closed", True)
    actions.accept_answer(made, now=make.MONDAY)
    assert TouchDay.objects.get().by_assistant == 1


def test_nothing_to_accept_yet() -> None:
    with pytest.raises(RuleBroken, match="Chưa có câu trả lời"):
        actions.accept_answer(make.thread(channel="phone"), now=make.MONDAY)
