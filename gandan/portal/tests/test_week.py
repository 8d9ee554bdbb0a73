"""The coming week at the centre."""

from datetime import date

from gandan.places.calendar import Calendar, DayOff
from gandan.portal.week import week_ahead

MONDAY, TUESDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 28)
CULTURE_DAY = DayOff(TUESDAY, "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16")
MAKEUP = DayOff(SATURDAY, "Làm bù", "Thông báo 1/TB")


def test_an_ordinary_week_is_only_today() -> None:
    (row,) = week_ahead(Calendar(), MONDAY)
    assert row.is_today
    assert row.hours == "7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ"


def test_a_holiday_and_a_makeup_day_are_announced() -> None:
    calendar = Calendar(days_off={TUESDAY: CULTURE_DAY}, makeup_days={SATURDAY: MAKEUP})
    today, holiday, makeup = week_ahead(calendar, MONDAY)
    assert (holiday.name, holiday.is_open, holiday.open_again) == ("Ngày Văn hóa Việt Nam", False, date(2026, 11, 25))
    assert holiday.basis == "Nghị quyết 28/2026/QH16"
    assert (makeup.day, makeup.is_open) == (SATURDAY, True)
    assert today.is_open


def test_on_sunday_the_next_working_day_is_told() -> None:
    (row,) = week_ahead(Calendar(), date(2026, 11, 29))
    assert not row.is_open
    assert row.open_again == date(2026, 11, 30)


def test_a_day_off_after_the_week_is_not_told() -> None:
    later = DayOff(date(2026, 12, 1), "Nghỉ", "")
    assert len(week_ahead(Calendar(days_off={later.date: later}), MONDAY)) == 1
