"""The second typing: by somebody else, blind; equal papers count, others go back."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import PaperBatch, Reply, Survey

from . import make
from .test_type_batch import grid

pytestmark = pytest.mark.django_db


def _batch(level: int = 1) -> PaperBatch:
    survey = make.survey()
    actions.print_sheets(survey, count=30, by=make.tam(), now=make.NOW)
    return make.typed(survey, range(1, 31), level)


def _again(batch: PaperBatch, level: int) -> dict[int, actions.Given]:
    return {number: make.given(level, of=batch.survey.questionnaire) for number in batch.to_check}


def test_it_works(clock: object) -> None:
    batch = _batch()
    browser = make.signed_in(make.tam())
    address = f"{make.OFFICER}lo/{batch.pk}/"
    assert "không hiện lần một" in browser.get(address).content.decode()
    page = browser.post(address, grid(batch.survey, batch.to_check, 2), follow=True).content.decode()
    assert "30 phiếu đã vào kết quả" in page
    assert Reply.objects.filter(channel="paper", verdict=1).count() == 30
    assert PaperBatch.objects.get().sheets == {}, "what was typed is kept no longer"
    assert not Survey.objects.get().invitations.filter(is_used=False).exists()


def test_what_differs_goes_back() -> None:
    batch = _batch()
    differing = actions.check_batch(batch, _again(batch, 2), by=make.tam(), now=make.NOW)
    assert differing == batch.to_check
    assert PaperBatch.objects.get().status == "differing"
    assert not Reply.objects.exists()


def test_not_by_the_same_person_and_not_in_part() -> None:
    batch = _batch()
    with pytest.raises(RuleBroken, match="không tự đối chiếu"):
        actions.check_batch(batch, _again(batch, 1), by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="nhập lại đủ"):
        actions.check_batch(batch, {}, by=make.tam(), now=make.NOW)


def test_another_commune(clock: object) -> None:
    batch = _batch()
    assert make.signed_in(make.binh()).get(f"{make.OFFICER}lo/{batch.pk}/").status_code == 404
