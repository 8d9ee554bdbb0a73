"""A name that leads people astray is removed."""

import pytest

from gandan.catalog import actions
from gandan.catalog.models import Alias
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


def test_it_works(tri: User, administrator: Office) -> None:
    procedure = make.version().procedure
    alias = actions.add_alias(procedure, "gks", by=administrator, now=make.NOW)
    address = f"/can-bo/thu-tuc/{make.CODE}/ten-goi/{alias.pk}/bo/"

    assert "Bỏ tên “gks”" in signed_in(tri).get(address).content.decode()
    signed_in(tri).post(address)

    assert not Alias.objects.exists()
    assert [entry.kind for entry in Entry.objects.about(procedure)] == ["AliasAdded", "AliasRemoved"]


def test_a_clerk_of_a_commune_does_not(van: User, administrator: Office) -> None:
    alias = actions.add_alias(make.version().procedure, "gks", by=administrator, now=make.NOW)
    assert signed_in(van).post(f"/can-bo/thu-tuc/{make.CODE}/ten-goi/{alias.pk}/bo/").status_code == 404
