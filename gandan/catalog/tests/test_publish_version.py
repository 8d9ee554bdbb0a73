"""A new version closes the older one; dossiers keep the version they were opened under."""

from datetime import date, timedelta

import pytest

from gandan.catalog import actions
from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2027, 1, 1)


def test_it_works(tri: User, administrator: Office) -> None:
    version = make.version()
    actions.edit_facts(version, make.facts(), by=administrator, now=make.NOW)

    page = signed_in(tri).post(f"/can-bo/thu-tuc/{make.CODE}/ban/2/cong-bo/", {"valid_from": "2027-01-01"})

    assert page.status_code == 302
    in_force = ProcedureVersion.objects.in_force
    assert [one.number for one in in_force(date(2026, 12, 31))] == [1]
    assert [one.number for one in in_force(NEW_YEAR)] == [2]


def test_a_draft_is_not_in_force(administrator: Office) -> None:
    actions.edit_facts(make.version(), make.facts(), by=administrator, now=make.NOW)
    assert [one.number for one in ProcedureVersion.objects.in_force(make.TODAY)] == [1]


def test_the_same_draft_is_not_published_twice(administrator: Office) -> None:
    draft = actions.edit_facts(make.version(), make.facts(), by=administrator, now=make.NOW)
    actions.publish_version(draft, valid_from=NEW_YEAR, by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="công bố rồi"):
        actions.publish_version(draft, valid_from=NEW_YEAR, by=administrator, now=make.NOW)


def test_no_version_begins_in_the_past_or_before_another(administrator: Office) -> None:
    version = make.version()
    first = actions.edit_facts(version, make.facts(), by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="trước hôm nay"):
        actions.publish_version(first, valid_from=make.TODAY - timedelta(days=1), by=administrator, now=make.NOW)
    actions.publish_version(first, valid_from=NEW_YEAR, by=administrator, now=make.NOW)
    second = actions.edit_facts(version, make.facts(), by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="Đã có bản 2"):
        actions.publish_version(second, valid_from=make.TODAY, by=administrator, now=make.NOW)


def test_a_clerk_publishes_nothing(clerk: Office, administrator: Office) -> None:
    draft = actions.edit_facts(make.version(), make.facts(), by=administrator, now=make.NOW)
    with pytest.raises(NotThisOffice):
        actions.publish_version(draft, valid_from=NEW_YEAR, by=clerk, now=make.NOW)
