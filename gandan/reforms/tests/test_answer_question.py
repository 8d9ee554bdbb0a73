import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh, binh = make.clerk(), make.clerk(make.other_commune(), "binh")
    asked = actions.ask_question(make.reform(), text="Ai trực ký?", agency=make.commune(), by=minh, now=make.NOW)
    actions.answer_question(asked, answer="Phó Chủ tịch", by=binh, now=make.NOW)
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Phó Chủ tịch", binh)


def test_empty_is_refused() -> None:
    minh = make.clerk()
    asked = actions.ask_question(make.reform(), text="Ai trực ký?", agency=make.commune(), by=minh, now=make.NOW)
    with pytest.raises(RuleBroken, match="câu trả lời"):
        actions.answer_question(asked, answer="", by=minh, now=make.NOW)
