"""The first person looks at the papers again; the next check draws other sheets too."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import PaperBatch, Reply

from . import make

pytestmark = pytest.mark.django_db


def _differing() -> PaperBatch:
    survey = make.survey()
    actions.print_sheets(survey, count=30, by=make.tam(), now=make.NOW)
    batch = make.typed(survey, range(1, 31), 1)
    again = {number: make.given(2, of=survey.questionnaire) for number in batch.to_check}
    actions.check_batch(batch, again, by=make.tam(), now=make.NOW)
    return PaperBatch.objects.get()


def _sheets(batch: PaperBatch, numbers: list[int], level: int) -> dict[int, actions.Given]:
    return {number: make.given(level, of=batch.survey.questionnaire) for number in numbers}


def test_it_works() -> None:
    batch = _differing()
    wrong = list(batch.differing)
    actions.retype_batch(batch, _sheets(batch, wrong, 2), by=make.minh(), now=make.NOW)
    batch = PaperBatch.objects.get()
    assert set(wrong) < set(batch.to_check)
    right = {number: 2 if number in wrong else 1 for number in batch.to_check}
    again = {number: make.given(level, of=batch.survey.questionnaire) for number, level in right.items()}
    assert actions.check_batch(batch, again, by=make.tam(), now=make.NOW) == []
    assert Reply.objects.filter(verdict=2).count() == len(wrong)
    assert Reply.objects.count() == 30


def test_every_differing_sheet() -> None:
    batch = _differing()
    with pytest.raises(RuleBroken, match="đủ các phiếu lệch"):
        actions.retype_batch(batch, _sheets(batch, batch.differing[:1], 2), by=make.minh(), now=make.NOW)
