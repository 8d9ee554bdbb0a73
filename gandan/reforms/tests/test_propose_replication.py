"""To the committee: only with the sheet, a survey, figures of three months and the reviewer's opinion (S3.43)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.reforms import actions
from gandan.reforms.models import Adoption, Reform
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db
FIGURES = tuple({"label": f"Tháng {month}/2026", "value": 10 + month, "unit": "hồ sơ"} for month in (8, 9, 10))


def looked(model: Reform, by: User, *, months: int = 3, opinion: str = "Nên làm.") -> None:
    look = actions.Look(
        where=make.other_commune(), on=make.TODAY, facts="Đã xem.", figures=FIGURES[:months], opinion=opinion
    )
    actions.survey(model, look, by=by, now=make.NOW)


def weighed(model: Reform, by: User, *, fits: bool = True) -> None:
    actions.weigh(model, actions.Weighing(fits=fits, reason="Hợp"), agency=make.commune(), by=by, now=make.NOW)


def test_it_works() -> None:
    minh, model = make.clerk(), make.version().reform
    weighed(model, minh)
    looked(model, minh)
    make.signed_in(minh).post(f"{ideas.ADDRESS}{model.code}/de-xuat-nhan-rong/")
    assert Adoption.objects.get().agency == make.commune()
    assert Entry.objects.filter(kind="ReplicationProposed").count() == 1


@pytest.mark.parametrize(
    ("months", "opinion", "missing"),
    [
        pytest.param(2, "Nên làm.", "số liệu 3 tháng", id="two months"),
        pytest.param(3, "", "nhận xét", id="no opinion"),
    ],
)
def test_what_is_missing_is_named(months: int, opinion: str, missing: str) -> None:
    minh, model = make.clerk(), make.version().reform
    weighed(model, minh)
    looked(model, minh, months=months, opinion=opinion)
    with pytest.raises(RuleBroken, match=missing):
        actions.propose_replication(model, agency=make.commune(), by=minh, now=make.NOW)
    assert not Adoption.objects.exists()


def test_without_sheet_and_survey() -> None:
    minh, model = make.clerk(), make.version().reform
    with pytest.raises(RuleBroken, match=r"phiếu đánh giá.*khảo sát"):
        actions.propose_replication(model, agency=make.commune(), by=minh, now=make.NOW)
    weighed(model, minh, fits=False)
    looked(model, minh)
    with pytest.raises(RuleBroken, match="phiếu đánh giá"):
        actions.propose_replication(model, agency=make.commune(), by=minh, now=make.NOW)


def test_the_survey_of_another_commune_does_not_count() -> None:
    minh, model = make.clerk(), make.version().reform
    weighed(model, minh)
    looked(model, make.clerk(make.other_commune(), "binh"))
    with pytest.raises(RuleBroken, match="khảo sát"):
        actions.propose_replication(model, agency=make.commune(), by=minh, now=make.NOW)
