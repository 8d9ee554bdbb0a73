"""300 households of 8 hamlets, in proportion, drawn by a seed that draws the same again (S1.60)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, shipped
from gandan.surveys.models import HamletSample, Invitation, SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    survey, hamlets = make.survey(), make.hamlets()
    told = {f"h{one.pk}": str(100 + 20 * place) for place, one in enumerate(hamlets)}
    page = make.signed_in(make.tam()).post(
        f"{make.OFFICER}{survey.pk}/mau/", {**told, "total": "300", "seed": "2026"}, follow=True
    )
    assert "Đã rút 300 hộ" in page.content.decode()
    targets = list(HamletSample.objects.order_by("households").values_list("target", flat=True))
    assert sum(targets) == 300
    assert targets == sorted(targets)
    assert Invitation.objects.filter(number__isnull=False).count() == 300
    one = Invitation.objects.filter(hamlet=hamlets[0]).first()
    actions.answer(one, make.given(2), now=make.NOW)  # type: ignore[arg-type]  # there is one
    assert f"1/{targets[0]}" in make.signed_in(make.tam()).get(f"{make.OFFICER}{survey.pk}/").content.decode()


def test_drawn_once_from_what_there_is() -> None:
    survey, hamlets = make.survey(), make.hamlets(2)
    counts = dict.fromkeys(hamlets, 20)
    with pytest.raises(RuleBroken, match="Số hộ lấy mẫu"):
        actions.draw_sample(survey, actions.Drawing(counts, 41, 1), by=make.tam(), now=make.NOW)
    actions.draw_sample(survey, actions.Drawing(counts, 10, 1), by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã rút rồi"):
        actions.draw_sample(survey, actions.Drawing(counts, 10, 2), by=make.tam(), now=make.NOW)
    other = make.survey(SurveyKind.AFTER_RESULT, shipped.AFTER_RESULT)
    with pytest.raises(RuleBroken, match="khảo sát dân cư"):
        actions.draw_sample(other, actions.Drawing(counts, 10, 2), by=make.tam(), now=make.NOW)
