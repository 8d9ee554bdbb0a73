"""A clerk confirms a time limit with source and date."""

from datetime import timedelta

import pytest

from gandan.catalog import actions
from gandan.catalog.drafts import LimitDraft
from gandan.catalog.models import Origin, TimeLimit
from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.deadlines import Unit
from gandan.places.models import Agency

from . import make
from .conftest import office, signed_in

pytestmark = pytest.mark.django_db


def test_it_works(van: User, chi_minh: Agency) -> None:
    version = make.version()
    make.limit(version, 1, unit="day")
    given = {
        "kind": "statutory", "count": "5", "unit": "working_day", "citation": "", "source": "Quyết định 163/QĐ-BTP",
        "source_on": "2026-07-01",
    }  # fmt: skip

    answer = signed_in(van).post(f"/can-bo/thu-tuc/{make.CODE}/ban/1/thoi-han/", given)

    assert answer.status_code == 302
    assert "5\u00a0ngày\u00a0làm\u00a0việc" in signed_in(van).get(f"/thu-tuc/{make.CODE}/").content.decode()


def test_a_commune_clerk_confirms_for_the_own_commune_only(clerk: Office, stranger: Office) -> None:
    version = make.version()
    make.limit(version, 1, unit="day")

    confirmed = actions.verify_limit(version, make.confirmed_limit(5), by=clerk, now=make.NOW)

    version.refresh_from_db()
    assert confirmed.agency == clerk.commune
    assert version.limit("statutory", clerk.commune) == confirmed
    elsewhere = version.limit("statutory", stranger.commune)
    assert elsewhere is not None
    assert not elsewhere.is_verified
    assert (elsewhere.count, version.origin) == (1, Origin.EDITED)


def test_an_administrator_of_the_province_confirms_for_everywhere(administrator: Office, stranger: Office) -> None:
    version = make.version(origin=Origin.SHIPPED)
    make.limit(version, 1, unit="day")

    actions.verify_limit(version, make.confirmed_limit(7, unit=Unit.DAY), by=administrator, now=make.NOW)

    only = TimeLimit.objects.get()
    version.refresh_from_db()
    assert (only.count, only.unit, only.agency, only.is_verified) == (7, "day", None, True)
    assert (only.verified_by, only.verified_at) == ("Tri", make.NOW)
    assert version.origin == Origin.EDITED
    assert Entry.objects.about(version.procedure).last().kind == "LimitVerified"  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize(
    ("limit", "why"),
    [
        pytest.param(make.confirmed_limit(5, source=""), "nguồn", id="without source"),
        pytest.param(make.confirmed_limit(5, source_on=None), "ngày của nguồn", id="without date"),
        pytest.param(
            make.confirmed_limit(5, source_on=make.TODAY + timedelta(days=1)), "sau hôm nay", id="from the future"
        ),
        pytest.param(make.confirmed_limit(0), "từ 1", id="no day at all"),
    ],
)
def test_what_cannot_be_confirmed(limit: LimitDraft, why: str, administrator: Office) -> None:
    with pytest.raises(RuleBroken, match=why):
        actions.verify_limit(make.version(), limit, by=administrator, now=make.NOW)


def test_reception_confirms_nothing(minh: User) -> None:
    version = make.version()

    with pytest.raises(NotThisOffice):
        actions.verify_limit(version, make.confirmed_limit(), by=office(minh), now=make.NOW)

    assert signed_in(minh).get(f"/can-bo/thu-tuc/{make.CODE}/ban/1/thoi-han/").status_code == 404
