import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh, reform = make.clerk(), make.reform()
    asked = actions.ask_question(reform, text="Ai trực ký?", agency=make.commune(), by=minh, now=make.NOW)
    assert reform.questions.get() == asked


def test_empty_is_refused() -> None:
    with pytest.raises(RuleBroken, match="câu hỏi"):
        actions.ask_question(make.reform(), text=" ", agency=make.commune(), by=make.clerk(), now=make.NOW)
