"""A clerk and a reception officer of xã Chí Minh, and ông Bình, clerk of another commune."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from gandan.people.models import Assignment, Role, User
from gandan.places.models import Agency
from gandan.places.tests import make


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    """Nothing read in one test is kept for the next."""
    cache.clear()


@pytest.fixture
def chi_minh() -> Agency:
    return make.commune()


def staff(username: str, full_name: str, agency: Agency, role: Role) -> User:
    user = User.objects.create_staff(username, full_name=full_name, agency=agency, needs_second_factor=False)
    Assignment.objects.create(user=user, agency=agency, role=role, since=date(2025, 7, 1))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def van(chi_minh: Agency) -> User:
    return staff("van", "Phạm Thị Vân", chi_minh, Role.CLERK)


@pytest.fixture
def clerk(van: User) -> Client:
    return signed_in(van)


@pytest.fixture
def reception(chi_minh: Agency) -> Client:
    return signed_in(staff("minh", "Nguyễn Văn Minh", chi_minh, Role.RECEPTION))


@pytest.fixture
def binh() -> Client:
    return signed_in(staff("binh", "Trần Văn Bình", make.commune("10813", "Xã Thanh Hà"), Role.CLERK))
