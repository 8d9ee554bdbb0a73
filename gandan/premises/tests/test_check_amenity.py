"""The morning look at one amenity."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.premises import actions
from gandan.premises.models import Defect

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.charging()
    make.signed_in(make.minh()).post(f"{make.OFFICER}tien-ich/{one.pk}/", {"ok": "1", "photo": make.upload()})
    check = one.checks.get()
    assert check.is_ok
    assert check.photo_type == "image/jpeg"


def test_a_photo_is_wanted_where_it_is_the_rule() -> None:
    with pytest.raises(RuleBroken, match="ảnh"):
        actions.check_amenity(make.charging(), actions.Look(True), by=make.minh(), now=make.NOW)


def test_out_of_order_becomes_a_defect_of_whoever_is_responsible() -> None:
    one = make.charging()
    actions.check_amenity(one, make.look(is_ok=False, note="Mất điện"), by=make.tam(), now=make.NOW)
    defect = Defect.objects.get()
    assert (defect.responsible, defect.status, defect.source) == (make.minh(), "assigned", "inspector")
    actions.check_amenity(one, make.look(is_ok=False, note="Mất điện"), by=make.tam(), now=make.at(hours=1))
    assert Defect.objects.get().reports == 1


def test_a_slow_network_is_a_defect_and_two_days_are_told() -> None:
    (wifi,) = make.amenities(1)
    for day in range(2):
        assert not actions.check_amenity(wifi, make.look(reading=5), by=make.minh(), now=make.at(day)).is_ok
    assert "5 Mbps" in Defect.objects.get().text
    assert Entry.objects.filter(kind="AmenityChecked").latest("pk").data["bad_days"] == 2


def test_low_stock_is_refilled_and_goes_on_being_served() -> None:
    (folders,) = make.amenities(3)
    assert actions.check_amenity(folders, make.look(reading=4), by=make.minh(), now=make.NOW).is_ok
    assert not Defect.objects.get().is_stopping


def test_pages_are_the_difference_of_two_readings() -> None:
    (copier,) = make.amenities(2)
    actions.check_amenity(copier, make.look(reading=1200), by=make.minh(), now=make.NOW)
    assert actions.check_amenity(copier, make.look(reading=1260), by=make.minh(), now=make.at(1)).used == 60


def test_another_commune_sees_nothing() -> None:
    one = make.charging()
    assert make.signed_in(make.binh()).get(f"{make.OFFICER}tien-ich/{one.pk}/").status_code == 404
