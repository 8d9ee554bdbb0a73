"""Taking the confirmation of a year back."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.places.actions import unconfirm_year
from gandan.places.calendars import national_calendar
from gandan.places.tests import make

pytestmark = pytest.mark.django_db


def test_it_works(clerk: Client) -> None:
    make.calendar()
    assert 2026 in national_calendar().complete_years
    page = reverse("places:unconfirm_year", args=[2026])

    assert "tạm tính" in clerk.get(page).content.decode()
    clerk.post(page)

    assert 2026 not in national_calendar().complete_years


def test_a_year_that_is_not_confirmed_is_said_to_be_so() -> None:
    with pytest.raises(RuleBroken, match="chưa được xác nhận"):
        unconfirm_year(2031)
