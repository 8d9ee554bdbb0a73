"""A commune starts to work with the platform."""

from datetime import date, time

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.places.actions import import_units, open_commune
from gandan.places.calendars import calendar_of
from gandan.places.directory import serving_communes
from gandan.places.models import Agency, AgencyKind
from gandan.places.reading import UnitRow
from gandan.places.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    commune = make.commune()

    parts = {office.part: office for office in Agency.objects.inside(commune) if office.part}
    assert set(parts) == {
        "van_phong", "center", "vhxh", "kinh_te", "truyen_thong", "cong_an", "bhxh", "thue", "vpdkdd",
    }  # fmt: skip
    assert parts["cong_an"].name == "Công an xã Chí Minh"
    assert parts["kinh_te"].name == "Phòng Kinh tế"
    assert {part for part, office in parts.items() if office.kind == AgencyKind.PARTNER} == {
        "cong_an", "bhxh", "thue", "vpdkdd",
    }  # fmt: skip
    assert {office.province_id for office in parts.values()} == {commune.province_id}
    assert calendar_of(commune, on=date(2026, 11, 23)).sessions[4][1].end == time(17)
    assert "11131" in serving_communes()


def test_a_ward_has_the_names_of_a_ward() -> None:
    ward = make.commune("11593", "Phường An Phong")

    names = set(Agency.objects.inside(ward).values_list("name", flat=True))
    assert {"Công an phường An Phong", "Phòng Kinh tế, Hạ tầng và Đô thị"} <= names


def test_twice_changes_nothing() -> None:
    commune = make.commune()
    before = Agency.objects.count()

    open_commune(Agency.objects.get(pk=commune.pk))

    assert Agency.objects.count() == before
    assert Entry.objects.filter(kind="CommuneOpened").count() == 1


def test_identifiers_are_unique_and_of_the_form() -> None:
    first, second = make.commune(), make.commune("10813", "Xã Thanh Hà")

    assert (first.identifier, second.identifier) == ("001.11.31.H24", "001.08.13.H24")


def test_an_identifier_can_be_given_but_not_taken() -> None:
    make.commune()
    import_units([UnitRow("10813", "Xã Thanh Hà", "31", "Thành phố Hải Phòng")])
    other = Agency.objects.get(code="10813")

    with pytest.raises(RuleBroken, match="đang là của Xã Chí Minh"):
        open_commune(other, identifier="001.11.31.H24")
    with pytest.raises(RuleBroken, match="không đúng dạng"):
        open_commune(other, identifier="H24")
    other.refresh_from_db()
    assert open_commune(other, identifier="000.31.53.H24").identifier == "000.31.53.H24"


def test_a_province_is_not_opened() -> None:
    make.commune()

    with pytest.raises(RuleBroken, match="không phải xã"):
        open_commune(Agency.objects.get(code="31"))
