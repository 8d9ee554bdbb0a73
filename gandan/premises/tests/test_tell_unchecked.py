"""Past the hour, somebody is told once."""

import pytest

from gandan.premises.jobs import tell_all_unchecked

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.charging()
    assert tell_all_unchecked(make.at(hours=0.5)) == 0
    assert tell_all_unchecked(make.at(hours=1.1)) == 1
    assert tell_all_unchecked(make.at(hours=2)) == 0


def test_sunday_is_left_in_peace() -> None:
    make.charging()
    assert tell_all_unchecked(make.at(days=6, hours=3)) == 0
