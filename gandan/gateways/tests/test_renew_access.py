"""New tokens end the lease."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions
from gandan.gateways.models import ZaloAccess


@pytest.mark.django_db
def test_the_successor_is_kept(settings: Settings) -> None:
    settings.ZALO_APP, settings.ZALO_TOKEN = "255", "gia-han-0"
    access = actions.lease_access(now=timezone.now())
    assert access is not None
    actions.renew_access(access, tokens=("vao-1", "gia-han-1"), expires_at=timezone.now() + timedelta(hours=25))
    kept = ZaloAccess.objects.get()
    assert (kept.access_token, kept.refresh_token, kept.leased_until) == ("vao-1", "gia-han-1", None)
