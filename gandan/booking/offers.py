"""What can be booked: the services of an agency, their free slots, and why a wish does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold, say_day
from gandan.places.calendar import vietnam_moment
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency
from gandan.programmes.kinds import Running
from gandan.programmes.running import in_term
from gandan.programmes.windows import week_in_words

from .models import Appointment, CoolingPlace
from .programmes import BOOKABLE, matters_of
from .slots import Hold, Slot, free, slots_on

ONE_DAY = timedelta(days=1)
FEW = 3


@dataclass(frozen=True)
class DaySlots:
    """The free slots of a day; `left` counts places."""

    day: date
    slots: tuple[Slot, ...]

    @property
    def left(self) -> int:
        return sum(one.left for one in self.slots)


def services(agency: Agency, today: date) -> list[Running]:
    """Whatever can be booked from today on, one line a programme: as it holds today, or as it will first hold."""
    found: dict[int, Running] = {}
    for ahead in (0, 7, 14):
        for kind in BOOKABLE:
            for one in in_term(kind, agency, today + timedelta(days=ahead)):
                found.setdefault(one.programme_id, one)
    return list(found.values())


def service(agency: Agency, programme_id: int, today: date) -> Running:
    """RuleBroken where it cannot be booked any more."""
    for one in services(agency, today):
        if one.programme_id == programme_id:
            return one
    raise RuleBroken("Dịch vụ này hiện không nhận đặt lịch. Xin chọn dịch vụ khác.")


def rule_on(agency: Agency, rule: Running, day: date) -> Running | None:
    """The programme as it holds on that day."""
    return next((one for one in in_term(rule.kind, agency, day) if one.programme_id == rule.programme_id), None)


def all_slots(agency: Agency, rule: Running, day: date) -> list[Slot]:
    """Every slot of a day, taken or not; none on a day off of the agency."""
    held = rule_on(agency, rule, day)
    if held is None or day in calendar_of(agency, on=day).days_off:
        return []
    values = held.values
    return slots_on(day, values["windows"], minutes=values["minutes"], places=values["places"])


def holds(rule: Running, since: datetime, until: datetime, now: datetime) -> list[Hold]:
    """Places taken, or cooling off, between two moments (two statements)."""
    span = {"programme": rule.programme_id, "starts_at__lt": until, "ends_at__gt": since}
    taken = Appointment.objects.holding().filter(**span).values_list("place", "starts_at", "ends_at")
    cooling = CoolingPlace.objects.filter(**span, until__gt=now).values_list("place", "starts_at", "ends_at")
    return [Hold(*one) for one in (*taken, *cooling)]


def earliest(rule: Running, now: datetime, *, is_staff: bool = False) -> datetime:
    """An officer who takes a call may book up to the last minute."""
    return now if is_staff else now + timedelta(minutes=rule.values["lead_minutes"])


def last_day(rule: Running, today: date) -> date:
    return today + timedelta(days=rule.values["horizon_days"])


def free_days(agency: Agency, rule: Running, now: datetime, *, is_staff: bool = False) -> list[DaySlots]:
    """Days from today to the horizon that have a free slot."""
    today = localtime(now).date()
    end = last_day(rule, today)
    held = holds(rule, vietnam_moment(today, _MIDNIGHT), vietnam_moment(end + ONE_DAY, _MIDNIGHT), now)
    since = earliest(rule, now, is_staff=is_staff)
    days = (today + number * ONE_DAY for number in range((end - today).days + 1))
    found = (DaySlots(day, tuple(free(all_slots(agency, rule, day), holds=held, not_before=since))) for day in days)
    return [one for one in found if one.slots]


_MIDNIGHT = datetime.min.time()


def next_free(agency: Agency, rule: Running, now: datetime, *, after: datetime) -> list[Slot]:
    """The few free slots nearest to the hour that was wished: those after it first."""
    slots = [slot for day in free_days(agency, rule, now) for slot in day.slots]
    later = [one for one in slots if one.starts_at >= after]
    return later[:FEW] or slots[-FEW:]


def say_slots(slots: Iterable[Slot], today: date) -> str:
    """“thứ Ba, 24/11: 17:00, 17:30; thứ Tư, 25/11: 06:00”."""
    by_day: dict[date, list[str]] = {}
    for one in slots:
        at = localtime(one.starts_at)
        by_day.setdefault(at.date(), []).append(f"{at:%H:%M}")
    return "; ".join(f"{say_day(day, today=today)}: {', '.join(hours)}" for day, hours in by_day.items())


def say_hours(rule: Running) -> str:
    return "; ".join(f"{days} {hours}" for days, hours in week_in_words(rule.values["windows"]))


def serves(rule: Running, matter: str, procedure: Procedure | None) -> bool:
    """Is it one of the fields or procedures of the programme? Where it names none, everything is."""
    codes, matters = rule.values["procedures"], {fold(one) for one in matters_of(rule.values)}
    if not codes and not matters:
        return True
    if procedure is not None and (procedure.code in codes or fold(procedure.field) in matters):
        return True
    return fold(matter) in matters


def say_served(rule: Running, procedures: Iterable[Procedure] = ()) -> str:
    names = [*matters_of(rule.values), *(one.short_name for one in procedures)]
    return ", ".join(names) or "mọi thủ tục"


def check_matter(rule: Running, matter: str, procedure: Procedure | None) -> None:
    if serves(rule, matter, procedure):
        return
    named = Procedure.objects.filter(code__in=rule.values["procedures"])
    wanted = procedure.short_name if procedure else matter or "Việc chưa chọn"
    raise RuleBroken(
        f"“{rule.name}” không nhận: {wanted}. Khung giờ này nhận: {say_served(rule, named)}. Việc khác xin đến trong giờ làm việc."
    )


def slot_at(agency: Agency, rule: Running, starts_at: datetime, now: datetime, *, is_staff: bool) -> Slot:
    """The slot that begins there, with all its places; RuleBroken with the hours allowed."""
    at, today = localtime(starts_at), localtime(now).date()
    slot = next((one for one in all_slots(agency, rule, at.date()) if one.starts_at == starts_at), None)
    if slot is None:
        near = say_slots(next_free(agency, rule, now, after=starts_at), today)
        raise RuleBroken(
            f"“{rule.name}” không có lịch lúc {at:%H:%M}, {say_day(at.date(), today=today)}. "
            f"Giờ nhận: {say_hours(rule)}.{f' Còn chỗ: {near}.' if near else ''}"
        )
    if starts_at < earliest(rule, now, is_staff=is_staff):
        near = say_slots(next_free(agency, rule, now, after=starts_at), today)
        raise RuleBroken(f"Giờ này đã qua hoặc quá gần để đặt.{f' Còn chỗ: {near}.' if near else ''}")
    if at.date() > last_day(rule, today):
        raise RuleBroken(f"Chỉ đặt trước đến hết {say_day(last_day(rule, today), today=today)}.")
    return slot
