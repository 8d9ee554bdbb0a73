"""The shipped procedures are loaded once, and never over a clerk's work."""

import pytest

from gandan.catalog import actions
from gandan.catalog.models import Fee, Origin, ProcedureVersion
from gandan.people.offices import Office
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(chi_minh: Agency) -> None:
    made = actions.load_foundation(today=make.TODAY)

    birth = ProcedureVersion.objects.in_force(make.TODAY).get(procedure__code="1.001193")
    assert made >= 60
    assert birth.origin == Origin.SHIPPED
    assert birth.form() is not None
    assert birth.papers()


def test_loading_again_changes_nothing(chi_minh: Agency) -> None:
    made = actions.load_foundation(today=make.TODAY)
    assert actions.load_foundation(today=make.TODAY) == 0
    assert ProcedureVersion.objects.count() == made


def test_a_council_s_fee_holds_in_its_province_only(chi_minh: Agency, province: Agency) -> None:
    actions.load_foundation(today=make.TODAY)
    online = Fee.objects.filter(version__procedure__code="1.001193", citation__contains="23/2026/NQ-HĐND")
    assert [fee.agency for fee in online] == [province]


def test_what_the_province_confirmed_stands_before_the_file(administrator: Office) -> None:
    actions.load_foundation(today=make.TODAY)
    birth = ProcedureVersion.objects.get(procedure__code="1.001193")
    shipped = birth.fees.get(citation__contains="23/2026/NQ-HĐND")
    confirmed = make.confirmed_fee(4000, case=shipped.case, channels=tuple(shipped.channels))
    actions.verify_fee(birth, confirmed, by=administrator, now=make.NOW)
    ProcedureVersion.objects.update(digest="of an older file")

    actions.load_foundation(today=make.TODAY)

    newest = ProcedureVersion.objects.in_force(make.TODAY).get(procedure__code="1.001193")
    assert newest.number == 2
    assert [fee.amount for fee in newest.fees_in(administrator.commune) if fee.subject == shipped.subject] == [4000]


def test_without_its_province_a_council_s_fee_is_no_fee() -> None:
    actions.load_foundation(today=make.TODAY)
    online = Fee.objects.filter(version__procedure__code="1.001193", citation__contains="23/2026/NQ-HĐND")
    assert [(fee.amount, fee.is_verified) for fee in online] == [(None, False)]


def test_versions_edited_by_people_are_left_alone(administrator: Office) -> None:
    actions.load_foundation(today=make.TODAY)
    birth = ProcedureVersion.objects.get(procedure__code="1.001193")
    actions.verify_limit(birth, make.confirmed_limit(9), by=administrator, now=make.NOW)
    ProcedureVersion.objects.update(digest="of an older file")

    renewed = actions.load_foundation(today=make.TODAY)

    assert renewed == ProcedureVersion.objects.filter(number=2).count()
    assert ProcedureVersion.objects.filter(procedure__code="1.001193").count() == 1
    assert not ProcedureVersion.objects.filter(number=1, valid_to=None).exclude(procedure__code="1.001193").exists()
