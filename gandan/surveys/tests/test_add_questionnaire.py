"""A commune writes its own questions in the builder."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Questionnaire

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    told = {
        "title": "Chợ phiên", "intro": "Ba câu", "blocks": "4",
        "0-text": "Chợ sạch không?", "0-shape": "met_3", "0-is_overall": "on", "0-is_required": "on",
        "1-text": "Ông/bà đến bằng gì?", "1-shape": "choice", "1-words": "Đi bộ\nXe máy\nÔ tô",
        "2-text": "Góp ý", "2-shape": "text", "3-text": "", "3-shape": "satisfied_5",
    }  # fmt: skip
    browser = make.signed_in(make.tam())
    page = browser.post(f"{make.OFFICER}bo-cau-hoi/moi/", told, follow=True).content.decode()
    assert "Đọc thử như người dân thấy" in page
    made = Questionnaire.objects.get(title="Chợ phiên")
    assert [(one.number, one.kind, len(one.words)) for one in made.questions.all()] == [
        (1, "scale", 3), (2, "choice", 3), (3, "text", 0),
    ]  # fmt: skip
    assert browser.get(f"{make.OFFICER}bo-cau-hoi/{made.pk}/sua/").status_code == 200


LINE = actions.Line("Câu", words=("Kém", "Vừa", "Tốt"), pass_at=1, good_at=2)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param([], "ít nhất một câu", id="none"),
        pytest.param([LINE] * 41, "Nhiều nhất 40", id="too many"),
        pytest.param([actions.Line("Câu", words=("Một",))], "2 đến 7", id="one level"),
        pytest.param([actions.Line("Câu", words=("a", "b"), pass_at=2)], "mức đạt", id="beyond the last"),
        pytest.param(
            [actions.Line("Câu", words=("a", "b", "c"), pass_at=2, good_at=1)], "mức đạt", id="good below met"
        ),
        pytest.param([actions.Line("Câu", words=("a", "b"), is_overall=True)], "phải có mức đạt", id="no verdict"),
        pytest.param([actions.Line("Câu", kind="text", is_overall=True)], "bằng lời", id="words as verdict"),
    ],
)
def test_questions_that_cannot_be(lines: list[actions.Line], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        actions.add_questionnaire(make.commune(), actions.Writing("Tên", lines=lines), by=make.tam(), now=make.NOW)


def test_two_overall_questions_and_a_name_twice() -> None:
    overall = actions.Line("Câu", words=("a", "b"), pass_at=1, is_overall=True)
    with pytest.raises(RuleBroken, match="Chỉ một câu"):
        actions.add_questionnaire(
            make.commune(), actions.Writing("Tên", lines=[overall, overall]), by=make.tam(), now=make.NOW
        )
    actions.add_questionnaire(make.commune(), actions.Writing("Tên", lines=[LINE]), by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đặt tên khác"):
        actions.add_questionnaire(make.commune(), actions.Writing("Tên", lines=[LINE]), by=make.tam(), now=make.NOW)
