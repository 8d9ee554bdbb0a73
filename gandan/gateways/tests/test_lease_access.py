"""The right to spend the refresh token belongs to one process at a time."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions


@pytest.fixture(autouse=True)
def begun(settings: Settings) -> None:
    settings.ZALO_APP, settings.ZALO_TOKEN = "255", "gia-han-0"


@pytest.mark.django_db
def test_the_second_one_waits_until_the_lease_is_over() -> None:
    now = timezone.now()
    first = actions.lease_access(now=now)
    assert first is not None
    assert first.refresh_token == "gia-han-0"
    assert actions.lease_access(now=now) is None
    assert actions.lease_access(now=now + timedelta(seconds=31)) is not None


@pytest.mark.django_db
def test_what_is_fresh_needs_no_lease_unless_zalo_refused_it() -> None:
    now = timezone.now()
    access = actions.lease_access(now=now)
    assert access is not None
    actions.renew_access(access, tokens=("vao-1", "gia-han-1"), expires_at=now + timedelta(hours=25))
    same = actions.lease_access(now=now)
    assert same is not None
    assert (same.access_token, same.leased_until) == ("vao-1", None)
    leased = actions.lease_access(stale="vao-1", now=now)
    assert leased is not None
    assert leased.leased_until is not None
