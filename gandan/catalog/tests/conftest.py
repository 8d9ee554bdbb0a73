"""Those who keep the catalogue: a clerk of xã Chí Minh, an administrator and the oversight of the province, a stranger."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from gandan.people.models import Assignment, Role, User
from gandan.people.offices import Office, office_of
from gandan.places.models import Agency
from gandan.places.tests import make


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Nothing read in one test is kept for the next."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def chi_minh() -> Agency:
    return make.commune()


@pytest.fixture
def province(chi_minh: Agency) -> Agency:
    assert chi_minh.province is not None
    return chi_minh.province


def staff(username: str, agency: Agency, role: Role, *, held_at: Agency | None = None) -> User:
    user = User.objects.create_staff(username, full_name=username.title(), agency=agency, needs_second_factor=False)
    Assignment.objects.create(user=user, agency=held_at or agency, role=role, since=date(2025, 7, 1))
    return user


def office(user: User) -> Office:
    found = office_of(user)
    assert found is not None
    return found


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def van(chi_minh: Agency) -> User:
    """Clerk of the commune."""
    return staff("van", chi_minh, Role.CLERK)


@pytest.fixture
def tri(chi_minh: Agency, province: Agency) -> User:
    """Administrator of the province, sitting in the commune."""
    return staff("tri", chi_minh, Role.ADMINISTRATOR, held_at=province)


@pytest.fixture
def son(province: Agency) -> User:
    """Oversight, sitting at the province."""
    return staff("son", province, Role.OVERSIGHT)


@pytest.fixture
def minh(chi_minh: Agency) -> User:
    """Receives at the counter: reads, confirms nothing."""
    return staff("minh", chi_minh, Role.RECEPTION)


@pytest.fixture
def binh() -> User:
    """Administrator of another commune only."""
    return staff("binh", make.commune("10813", "Xã Thanh Hà"), Role.ADMINISTRATOR)


@pytest.fixture
def clerk(van: User) -> Office:
    return office(van)


@pytest.fixture
def administrator(tri: User) -> Office:
    return office(tri)


@pytest.fixture
def oversight(son: User) -> Office:
    return office(son)


@pytest.fixture
def stranger(binh: User) -> Office:
    return office(binh)
