"""The shipped list is taken over once."""

import pytest

from gandan.journal.models import Entry
from gandan.premises.models import Amenity
from gandan.premises.reactions import set_up_when_switched_on
from gandan.programmes.events import ProgrammeSwitchedOn

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.promise()
    browser = make.signed_in(make.hoa())
    browser.post(f"{make.OFFICER}danh-muc/lay-tien-ich/")
    assert Amenity.objects.of(make.commune()).count() == 12
    browser.post(f"{make.OFFICER}danh-muc/lay-tien-ich/")
    assert Amenity.objects.of(make.commune()).count() == 12
    assert "Sạc pin" in browser.get(f"{make.OFFICER}danh-muc/").content.decode()


def test_a_reception_officer_does_not_keep_the_list() -> None:
    assert make.signed_in(make.minh()).post(f"{make.OFFICER}danh-muc/lay-tien-ich/").status_code == 404


def test_the_programme_sets_up_what_it_promises() -> None:
    make.promise(12)
    entry = Entry.objects.filter(kind="ProgrammeSwitchedOn").latest("pk")
    set_up_when_switched_on(ProgrammeSwitchedOn.from_data(entry.data), entry)
    assert list(Amenity.objects.values_list("number", "name")) == [(12, "Nước uống, đồ ăn nhẹ")]
