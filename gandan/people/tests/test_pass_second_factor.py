"""Codes of the app: half a minute early or late is forgiven, twice is not."""

from datetime import timedelta

import pytest

from gandan.people import actions
from gandan.people.models import User

from . import make
from .test_sign_in import SECRET, code_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh(db: None) -> User:
    user = make.staff()
    earlier = make.NOW - timedelta(hours=1)
    assert actions.enrol_second_factor(user, secret=SECRET, typed=code_at(earlier), now=earlier)
    return user


@pytest.mark.parametrize(
    ("seconds", "way"),
    [
        pytest.param(0, "totp", id="on time"),
        pytest.param(-30, "totp", id="one step late"),
        pytest.param(30, "totp", id="one step early"),
        pytest.param(-90, "", id="three steps late"),
        pytest.param(90, "", id="three steps early"),
    ],
)
def test_the_clock_of_a_telephone_may_be_off_a_little(minh: User, seconds: int, way: str) -> None:
    typed = code_at(make.NOW + timedelta(seconds=seconds))
    assert actions.pass_second_factor(minh, typed=typed, now=make.NOW) == way


def test_no_code_opens_twice_nor_an_older_one_after_it(minh: User) -> None:
    typed, before = code_at(make.NOW), code_at(make.NOW - timedelta(seconds=30))
    assert actions.pass_second_factor(minh, typed=typed, now=make.NOW)
    assert not actions.pass_second_factor(minh, typed=typed, now=make.NOW)
    assert not actions.pass_second_factor(minh, typed=before, now=make.NOW)
    later = make.NOW + timedelta(seconds=30)
    assert actions.pass_second_factor(minh, typed=code_at(later), now=later)


def test_without_an_app_nothing_passes() -> None:
    assert actions.pass_second_factor(make.staff(), typed=code_at(make.NOW), now=make.NOW) == ""
    assert actions.pass_second_factor(make.staff("hoa"), typed="", now=make.NOW) == ""
