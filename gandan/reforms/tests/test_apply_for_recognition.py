"""A commune asks for recognition; the measured effect is frozen with the dossier."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Effect, Level, Recognition
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db


def claim(text: str = "Đã trả 100 hồ sơ trong ngày.") -> actions.Claim:
    return actions.Claim(level=Level.PROVINCE, description=text)


def test_it_works() -> None:
    hoa, model = make.leader(), make.reform()
    data = {"level": "province", "description": "Đã trả 100 hồ sơ trong ngày."}
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{model.code}/de-nghi-cong-nhan/", data)
    made = Recognition.objects.get()
    assert (made.status, made.agency, made.results) == ("submitted", make.commune(), [])


def test_the_effect_is_frozen() -> None:
    hoa, model = make.leader(), make.reform()
    row = Effect.objects.create(
        reform=model, measure="processing_hours", before=17.6, after=2.2, verdict="better", reckoned_at=make.NOW
    )
    made = actions.apply_for_recognition(model, claim(), agency=make.commune(), by=hoa, now=make.NOW)
    Effect.objects.filter(pk=row.pk).update(after=9)
    made.refresh_from_db()
    assert made.results[0]["after"] == 2.2


def test_once_a_year_and_not_of_an_idea() -> None:
    hoa, model = make.leader(), make.reform()
    actions.apply_for_recognition(model, claim(), agency=make.commune(), by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="Đã có hồ sơ"):
        actions.apply_for_recognition(model, claim(), agency=make.commune(), by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="Thí điểm"):
        actions.apply_for_recognition(ideas.idea(hoa), claim(), agency=make.commune(), by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="mô tả"):
        actions.apply_for_recognition(make.reform("khac"), claim(" "), agency=make.commune(), by=hoa, now=make.NOW)
