"""What went well counts no more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.core.actions import count_try, forget_tries

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    now, per = timezone.now(), timedelta(hours=1)
    assert count_try("cửa", now=now, limit=1, per=per)
    assert not count_try("cửa", now=now, limit=1, per=per)
    forget_tries("cửa")
    assert count_try("cửa", now=now, limit=1, per=per)
