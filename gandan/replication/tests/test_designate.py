"""Models for units: obligation, deadline, thresholds, two to three schools (S3.40)."""

from datetime import date

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    told = actions.Designating(
        reforms=(make.reform(), make.reform("hai", "Hai")), obligation="mandatory", due_on=date(2026, 12, 10),
        groups=("communes",), fewest=2, most=3,
    )  # fmt: skip
    made = actions.designate(make.directive(), designating=told, by=make.hien(), now=make.NOW)
    assert [one.is_met_by(running) for one in made[:1] for running in (1, 2, 3, 4)] == [False, True, True, False]
    assert made[0].thresholds == [{"measure": "satisfaction", "at_least": 4}]


def test_mandatory_wants_a_deadline() -> None:
    told = actions.Designating(reforms=(make.reform(),), obligation="mandatory", groups=("communes",))
    with pytest.raises(RuleBroken, match="phải có hạn"):
        actions.designate(make.directive(), designating=told, by=make.hien(), now=make.NOW)


def test_a_model_once() -> None:
    made, told = make.directive(), actions.Designating(reforms=(make.reform(),), groups=("communes",))
    actions.designate(made, designating=told, by=make.hien(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã có trong văn bản"):
        actions.designate(made, designating=told, by=make.hien(), now=make.NOW)
