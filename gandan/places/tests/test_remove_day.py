"""Making a day ordinary again."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gandan.journal.models import Entry
from gandan.places.actions import remove_day, set_day
from gandan.places.calendars import national_calendar
from gandan.places.models import CalendarDay
from gandan.places.reading import DayRow

pytestmark = pytest.mark.django_db
EXTRA = DayRow(date(2026, 11, 27), "swapped_day_off", "Nghỉ hoán đổi", "TB 12/2026")


def test_it_works(clerk: Client) -> None:
    set_day(EXTRA)
    page = reverse("places:remove_day", args=["2026-11-27"])

    assert "Xóa ngày 27/11/2026?" in clerk.get(page).content.decode()
    assert CalendarDay.objects.count() == 1
    answer = clerk.post(page, follow=True)

    assert "Ghi lại ngày này" in answer.content.decode()
    assert not CalendarDay.objects.exists()
    assert national_calendar().is_working_day(EXTRA.day)


def test_it_can_be_undone_and_both_are_told() -> None:
    row = remove_day(set_day(EXTRA))

    set_day(row)

    assert row == EXTRA
    kinds = list(Entry.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["CalendarDaySet", "CalendarDayRemoved", "CalendarDaySet"]


def test_reception_may_not(reception: Client) -> None:
    set_day(EXTRA)

    assert reception.post(reverse("places:remove_day", args=["2026-11-27"])).status_code == 404
    assert CalendarDay.objects.exists()
