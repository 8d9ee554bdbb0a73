"""The first day of real use: a commune opens, somebody can sign in."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from gandan.core.errors import RuleBroken
from gandan.people.models import Role, User
from gandan.people.offices import office_of
from gandan.places.models import Agency, AgencyKind

from .conftest import agency


def opened(*arguments: str) -> str:
    told = StringIO()
    call_command("open", *arguments, stdout=told)
    return told.getvalue()


def test_a_commune_serves_and_its_administrator_signs_in_with_two_factors(province: Agency) -> None:
    commune = agency("11074", "Xã Tứ Kỳ", AgencyKind.COMMUNE, parent=province, province=province)

    told = opened(
        "11074", "--identifier", "000.31.53.H24", "--administrator", "nguyen.van.an", "--name", "Nguyễn Văn An"
    )

    commune.refresh_from_db()
    person = User.objects.get(username="nguyen.van.an")
    assert commune.is_serving
    assert commune.identifier == "000.31.53.H24"
    assert person.check_password(told.split("mật khẩu ")[1].split(",")[0])
    assert person.needs_second_factor
    assert person.must_change_password
    office = office_of(person)
    assert office is not None
    assert office.holds(Role.ADMINISTRATOR)


def test_a_province_gets_its_oversight(province: Agency) -> None:
    opened("31", "--administrator", "so.noi.vu")

    office = office_of(User.objects.get(username="so.noi.vu"))
    assert office is not None
    assert office.holds(Role.OVERSIGHT)
    assert office.commune is None


def test_a_name_taken_opens_nothing(chi_minh: Agency, province: Agency) -> None:
    commune = agency("11074", "Xã Tứ Kỳ", AgencyKind.COMMUNE, parent=province, province=province)
    opened("11131", "--administrator", "quan.tri")

    with pytest.raises(RuleBroken, match="đã có người dùng"):
        opened("11074", "--administrator", "quan.tri")

    commune.refresh_from_db()
    assert not commune.is_serving


def test_an_unknown_code_is_said_so(province: Agency) -> None:
    with pytest.raises(CommandError, match="99999"):
        opened("99999", "--administrator", "ai.do")
