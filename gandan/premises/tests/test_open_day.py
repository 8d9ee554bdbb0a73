"""The doors open when everything was looked at: 12/12."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions
from gandan.premises.models import OpeningDay

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    for one in make.amenities():
        actions.check_amenity(one, make.look(reading=100 if one.reading else None), by=make.minh(), now=make.NOW)
    browser = make.signed_in(make.minh())
    assert "12/12" in browser.get(make.OFFICER).content.decode()
    browser.post(f"{make.OFFICER}mo-cua/")
    day = OpeningDay.objects.get()
    assert (day.working, day.total, day.opened_by) == (12, 12, make.minh())
    assert "12/12" in browser.get(f"{make.OFFICER}thang/").content.decode()
    assert browser.get(f"{make.OFFICER}thang/?dang=xlsx").content.startswith(b"PK")


def test_what_is_missing_is_named() -> None:
    make.charging()
    with pytest.raises(RuleBroken, match="Sạc pin"):
        actions.open_day(make.commune(), by=make.minh(), now=make.NOW)
