"""Writing one day of the legal calendar."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.journal.chain import is_unbroken
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.actions import set_day
from gandan.places.calendar import VIETNAM
from gandan.places.calendars import national_calendar
from gandan.places.deadlines import Unit, due
from gandan.places.models import CalendarDay
from gandan.places.reading import DayRow

pytestmark = pytest.mark.django_db
EXTRA = DayRow(date(2026, 11, 27), "swapped_day_off", "Nghỉ hoán đổi", "TB 12/2026")


def test_it_works(clerk: Client) -> None:
    typed = {"day": "27/11/2026", "kind": "swapped_day_off", "name": "Nghỉ hoán đổi", "basis": "TB 12/2026"}

    answer = clerk.post(reverse("places:set_day"), typed, follow=True)

    assert "Đã ghi thứ\u00a0Sáu" in answer.content.decode()
    assert "TB 12/2026" in answer.content.decode()
    assert CalendarDay.objects.get(day=date(2026, 11, 27)).kind == "swapped_day_off"


def test_dates_counted_after_it_know_the_day() -> None:
    start = datetime(2026, 11, 26, 9, tzinfo=VIETNAM)
    before = due(start, 1, Unit.WORKING_DAY, national_calendar())

    set_day(EXTRA)

    after = due(start, 1, Unit.WORKING_DAY, national_calendar())
    assert (before.at.day, after.at.day) == (27, 30)


def test_a_correction_is_told_in_the_journal(van: User) -> None:
    day = set_day(EXTRA, by=van)
    set_day(DayRow(EXTRA.day, "holiday", "Ngày lễ", "TB 13/2026"), by=van)

    entries = list(Entry.objects.about(day))
    assert [(entry.data["was"], entry.data["kind"]) for entry in entries] == [
        ("", "swapped_day_off"),
        ("swapped_day_off", "holiday"),
    ]
    assert {entry.actor_id for entry in entries} == {van.pk}
    assert is_unbroken(entries)


def test_a_make_up_day_on_a_tuesday_is_refused(clerk: Client) -> None:
    with pytest.raises(RuleBroken, match="thứ Bảy hoặc Chủ nhật"):
        set_day(DayRow(date(2026, 11, 24), "makeup_working_saturday", "Bù", "TB 1"))

    typed = {"day": "24/11/2026", "kind": "makeup_working_saturday", "name": "Bù", "basis": "TB 1"}
    assert "phải là thứ Bảy hoặc Chủ nhật" in clerk.post(reverse("places:set_day"), typed).content.decode()
    assert not CalendarDay.objects.exists()


def test_the_day_of_a_correction_cannot_be_moved(clerk: Client) -> None:
    set_day(EXTRA)
    typed = {"day": "30/11/2026", "kind": "holiday", "name": "Ngày lễ", "basis": "TB 13/2026"}

    clerk.post(reverse("places:set_day", args=["2026-11-27"]), typed)

    assert [(day.day.day, day.name) for day in CalendarDay.objects.all()] == [(27, "Ngày lễ")]


def test_reception_reads_but_does_not_write(reception: Client) -> None:
    set_day(EXTRA)

    page = reception.get(reverse("places:calendar"), {"nam": 2026})

    assert "TB 12/2026" in page.content.decode()
    assert "Thêm ngày" not in page.content.decode()
    assert reception.get(reverse("places:set_day")).status_code == 404


@pytest.mark.parametrize("day", ["2026-11-28", "hom-nay"])
def test_a_day_that_is_not_there_is_not_found(clerk: Client, day: str) -> None:
    assert clerk.get(reverse("places:set_day", args=[day])).status_code == 404
