"""“Đã nhập đủ năm N”."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.places.actions import confirm_year
from gandan.places.calendars import national_calendar
from gandan.places.models import CalendarYear
from gandan.places.tests import make

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _days() -> None:
    make.calendar()


def test_it_works(clerk: Client) -> None:
    page = reverse("places:confirm_year", args=[2027])
    assert "Ngày Giỗ Tổ Hùng Vương" in clerk.get(page).content.decode()

    clerk.post(page, {"basis": "TB 15/TB-BNV"})

    confirmed = CalendarYear.objects.get(year=2027)
    assert (confirmed.basis, confirmed.confirmed_by) == ("TB 15/TB-BNV", "Phạm Thị Vân")
    assert 2027 in national_calendar().complete_years


def test_a_basis_is_needed(clerk: Client) -> None:
    answer = clerk.post(reverse("places:confirm_year", args=[2027]), {"basis": ""})

    assert "Xin ghi số thông báo" in answer.content.decode()
    with pytest.raises(RuleBroken, match="căn cứ"):
        confirm_year(2027, basis=" ", now=NOW)


def test_a_year_without_its_days_is_refused() -> None:
    with pytest.raises(RuleBroken, match="chưa đủ"):
        confirm_year(2028, basis="TB 1", now=NOW)


def test_twice_is_refused() -> None:
    confirm_year(2027, basis="TB 1", now=NOW)

    with pytest.raises(RuleBroken, match="đã được Gần Dân xác nhận"):
        confirm_year(2027, basis="TB 2", now=NOW)


def test_reception_may_not(reception: Client) -> None:
    assert reception.post(reverse("places:confirm_year", args=[2027]), {"basis": "TB 1"}).status_code == 404
