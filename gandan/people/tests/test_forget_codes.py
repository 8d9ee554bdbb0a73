"""Old codes go, and the contacts with them."""

from datetime import timedelta

import pytest

from gandan.people import actions
from gandan.people.contacts import Contact
from gandan.people.jobs import forget_codes
from gandan.people.models import OneTimeCode

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    actions.ask_code(Contact("phone", "0912345118"), now=make.NOW)
    actions.ask_code(Contact("phone", "0912345119"), now=make.NOW + timedelta(minutes=5))
    assert actions.forget_codes(now=make.NOW + timedelta(minutes=11)) == 1
    assert OneTimeCode.objects.get().contact.value == "0912345119"


def test_the_nightly_job_calls_it() -> None:
    actions.ask_code(Contact("phone", "0912345118"), now=make.NOW - timedelta(days=400))
    forget_codes(timestamp=0)
    assert not OneTimeCode.objects.exists()
