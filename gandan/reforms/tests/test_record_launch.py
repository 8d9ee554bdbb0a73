from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    reform, minh = make.reform(), make.clerk()
    publicity = actions.Publicity("Đài truyền thanh", on=make.TODAY, figures=({"label": "người nghe", "value": 200},))
    launch = actions.record_launch(reform, publicity, agency=make.commune(), by=minh, now=make.NOW)
    assert reform.launches.get() == launch


def test_not_ahead_of_the_day() -> None:
    ahead = actions.Publicity("Zalo", on=make.TODAY + timedelta(days=1))
    with pytest.raises(RuleBroken, match="tương lai"):
        actions.record_launch(make.reform(), ahead, agency=None, by=make.clerk(), now=make.NOW)
