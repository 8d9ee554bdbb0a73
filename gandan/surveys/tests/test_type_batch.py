"""Thirty papers typed in a grid: nothing counts before a second person has typed some of them again."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import PaperBatch, Reply, Survey

from . import make

pytestmark = pytest.mark.django_db


def _survey(count: int = 30) -> Survey:
    survey = make.survey()
    actions.print_sheets(survey, count=count, by=make.tam(), now=make.NOW)
    return survey


def grid(survey: Survey, numbers: list[int], level: int = 2) -> dict[str, str]:
    """As the browser sends it: levels from 1."""
    asked = [one for one in survey.questionnaire.questions.all() if not one.is_text]
    told = {f"{row}_n": str(number) for row, number in enumerate(numbers)}
    return told | {f"{row}_{one.number}": str(level) for row in range(len(numbers)) for one in asked}


def test_it_works(clock: object) -> None:
    survey = _survey()
    browser = make.signed_in(make.minh())
    assert 'value="30"' in browser.get(f"{make.OFFICER}{survey.pk}/nhap/").content.decode()
    page = browser.post(f"{make.OFFICER}{survey.pk}/nhap/", grid(survey, list(range(1, 31))), follow=True)
    assert "Chờ một người khác nhập lại 6 phiếu" in page.content.decode()
    batch = PaperBatch.objects.get()
    assert (batch.count, len(batch.to_check)) == (30, 6)
    assert not Reply.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({"0_1": "9"}, "Dòng 1, câu 1: ghi số từ 1 đến 3", id="no such level"),
        pytest.param({"1_n": "1"}, "phiếu số 1 đã có ở dòng trên", id="twice"),
        pytest.param({"1_n": "77"}, "Không có phiếu số 77", id="never printed"),
        pytest.param({"1_n": "hai"}, "bằng chữ số", id="no number"),
        pytest.param({"0_2": ""}, "Phiếu số 1: Còn câu 2", id="left out"),
    ],
)
def test_the_line_is_named_and_what_was_typed_stays(clock: object, changed: dict[str, str], words: str) -> None:
    survey = _survey(3)
    told = {**grid(survey, [1, 2]), "0_8": "Lời góp ý", **changed}
    page = make.signed_in(make.minh()).post(f"{make.OFFICER}{survey.pk}/nhap/", told).content.decode()
    assert words in page
    assert "Lời góp ý" in page
    assert not PaperBatch.objects.exists()


def test_not_twice_and_not_when_the_table_is_made() -> None:
    survey = _survey(5)
    make.typed(survey, range(1, 3))
    with pytest.raises(RuleBroken, match="đã nhập rồi"):
        make.typed(survey, range(2, 4))
    with pytest.raises(RuleBroken, match="Chưa nhập"):
        actions.type_batch(survey, {}, by=make.minh(), now=make.NOW)
    Survey.objects.update(status="summarised")
    survey.refresh_from_db()
    with pytest.raises(RuleBroken, match="không nhận phiếu giấy"):
        make.typed(survey, range(4, 5))
