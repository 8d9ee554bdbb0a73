import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    noted = actions.note_difficulty(
        make.running(hoa), actions.Remark("habit", "Quen đến trực tiếp"), by=hoa, now=make.NOW
    )
    assert (noted.cause, noted.is_advantage) == ("habit", False)


def test_the_cause_is_one_of_a_few() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="nguyên nhân"):
        actions.note_difficulty(make.running(hoa), actions.Remark("weather", "Mưa"), by=hoa, now=make.NOW)
