"""The software's first answer: once, and never after a person's."""

import pytest

from gandan.conversations import actions
from gandan.conversations.assistant import AssistantAnswer, CardAssistant
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TOLD = AssistantAnswer("Đây là trả lời tự động.", ())


def test_it_works() -> None:
    turn = make.thread().turns.get()
    said = [actions.reply_first(turn, TOLD, now=make.MONDAY) for _ in range(2)]
    assert said[0] == said[1]
    assert said[0] is not None
    assert make.fresh(turn.thread).status == "open", "the officer's clock runs on"


def test_a_person_was_faster() -> None:
    turn = make.answered().turns.first()
    assert turn
    assert actions.reply_first(turn, TOLD, now=make.MONDAY) is None


def test_it_knows_nothing_to_say() -> None:
    assert CardAssistant().answer("zzqx", make.commune(), make.MONDAY.date()) is None


def test_a_broken_thread_is_full() -> None:
    made = make.thread()
    from gandan.conversations.models import Turn

    Turn.objects.bulk_create(Turn(thread=made, side="asker", said_at=make.MONDAY) for _ in range(200))
    with pytest.raises(RuleBroken, match="đã dài"):
        actions.reply_first(made.turns.all()[0], TOLD, now=make.MONDAY)
