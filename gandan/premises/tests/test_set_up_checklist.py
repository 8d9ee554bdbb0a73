"""The things of a Centre, per unit, counter and hamlet."""

import pytest

from gandan.hall.actions import keep_counter
from gandan.people.tests.make import division
from gandan.places.models import Hamlet
from gandan.premises import actions
from gandan.premises.models import ChecklistItem

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    commune = make.commune()
    division(commune)
    for number in (1, 2, 3, 4):
        keep_counter(commune, number=number)
    Hamlet.objects.create(commune=commune, name="An Trì")
    browser = make.signed_in(make.hoa())
    browser.post(f"{make.OFFICER}danh-muc/lay-muc/")
    mine = ChecklistItem.objects.of(commune)
    assert mine.filter(name__startswith="Quầy không có vách").count() == 4
    assert mine.filter(equipment="scanner").count() == 2
    assert mine.filter(place="Thôn An Trì").exists()
    before = mine.count()
    assert actions.set_up_checklist(commune, by=None, now=make.NOW) == 0
    assert mine.count() == before
