"""The roster: who keeps which line when, without holes; hand-over from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency

from ..coverage import Span
from ..events import (
    DutyGiven,
    DutyHandedOver,
    DutyHoleFound,
    DutyImported,
    DutyTaken,
    DutyWeekCopied,
    RosterIssued,
)
from ..models import DutyShift, Line, RosterOrder
from ..roster import holes_of, lines_of
from ..roster import say as say_span

WEEK = timedelta(days=7)
LONGEST = timedelta(hours=24)
MOST_TOLD = 3


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One person on one line between two aware moments."""

    line: Line
    person: User
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Term:
    """The days an assignment covers, the last one counted; `number` of the document when it has one."""

    since: date
    until: date
    number: str = ""


@transaction.atomic
def put_on_duty(duty: Duty, *, by: User, now: datetime) -> DutyShift:
    """Never two on one line at once, never longer than a day and a night."""
    made = _made(duty, by)
    told = DutyGiven(shift_id=made.pk, line_id=duty.line.pk, person_id=duty.person.pk)
    record(told, about=made, by=by, at=now, is_first=True)
    return made


def _made(duty: Duty, by: User) -> DutyShift:
    line, person = duty.line, duty.person
    if not timedelta() < duty.ends_at - duty.starts_at <= LONGEST:
        raise RuleBroken("Một ca trực dài nhất 24 giờ, giờ kết thúc sau giờ bắt đầu.")
    if person.agency is None or person.agency.commune_id != line.commune_id or not person.is_active:
        raise RuleBroken(f"{person} không còn làm việc tại {line.commune.name_within}.")
    try:
        with transaction.atomic():
            return DutyShift.objects.create(
                line=line, person=person, starts_at=duty.starts_at, ends_at=duty.ends_at, made_by=by
            )
    except IntegrityError:
        when = say_span(Span(duty.starts_at, duty.ends_at))
        raise RuleBroken(f"{line.name}, {when}: đã có người trực. Bỏ ca cũ trước.") from None


@transaction.atomic
def take_off_duty(shift: DutyShift, *, substitute: User | None = None, by: User, now: datetime) -> DutyShift | None:
    """A shift is given up. In days whose roster is signed somebody else must take it: no hole is made (S1.52)."""
    if shift.ends_at <= now:
        raise RuleBroken("Ca này đã trực xong, giữ nguyên để đối chiếu.")
    if substitute is None and _is_signed(shift):
        raise RuleBroken("Lịch của ngày này đã ký. Chọn người trực thay, không để trống đường dây.")
    duty = Duty(line=shift.line, person=substitute or shift.person, starts_at=shift.starts_at, ends_at=shift.ends_at)
    record(DutyTaken(line_id=shift.line_id, person_id=shift.person_id), about=shift.line, by=by, at=now)
    shift.delete()
    return put_on_duty(duty, by=by, now=now) if substitute else None


def _is_signed(shift: DutyShift) -> bool:
    first, last = localtime(shift.starts_at).date(), localtime(shift.ends_at - timedelta(minutes=1)).date()
    return RosterOrder.objects.filter(commune=shift.line.commune, since__lte=last, until__gte=first).exists()


@transaction.atomic
def copy_week(commune: Agency, monday: date, *, by: User, now: datetime) -> int:
    """The shifts of the week before, on the same weekdays; what is taken already stays as it is. How many were made."""
    first = vietnam_moment(monday - WEEK, time())
    rows = DutyShift.objects.filter(
        line__in=lines_of(commune), starts_at__gte=first, starts_at__lt=first + WEEK, person__is_active=True
    )
    made = sum(_copied(one, by) for one in rows.select_related("line__commune", "person__agency"))
    if not made:
        raise RuleBroken("Tuần trước chưa có ca nào, hoặc tuần này đã đủ.")
    record(DutyWeekCopied(monday=monday, shifts=made), about=commune, by=by, at=now)
    return made


def _copied(one: DutyShift, by: User) -> bool:
    duty = Duty(line=one.line, person=one.person, starts_at=one.starts_at + WEEK, ends_at=one.ends_at + WEEK)
    try:
        _made(duty, by)
    except RuleBroken:
        return False
    return True


@transaction.atomic
def import_shifts(commune: Agency, duties: Sequence[Duty], *, by: User, now: datetime) -> int:
    """A roster from a file: every line of it, or none."""
    if not duties:
        raise RuleBroken("Tệp không có ca trực nào.")
    for one in duties:
        _made(one, by)
    record(DutyImported(shifts=len(duties)), about=commune, by=by, at=now)
    return len(duties)


@transaction.atomic
def issue_roster(commune: Agency, term: Term, *, by: User, now: datetime) -> RosterOrder:
    """The leader signs the assignment of a period. Refused while any line has a hole in it."""
    since, until = term.since, term.until
    if until < since:
        raise RuleBroken("Ngày cuối phải sau ngày đầu.")
    if not lines_of(commune).exists():
        raise RuleBroken("Xã chưa ghi đường dây nào.")
    found = [f"{line.name}, {say_span(one)}" for line, holes in holes_of(commune, since, until) for one in holes]
    if found:
        more = f", và {len(found) - MOST_TOLD} khoảng khác" if len(found) > MOST_TOLD else ""
        raise RuleBroken(f"Lịch còn trống: {'; '.join(found[:MOST_TOLD])}{more}. Xếp người rồi ký.")
    made = RosterOrder.objects.create(
        commune=commune, since=since, until=until, number=term.number.strip(), signed_by=by, signed_at=now
    )
    record(RosterIssued(order_id=made.pk, since=since, until=until), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def hand_over(shift: DutyShift, note: str, *, by: User, now: datetime) -> None:
    """What the next one must know, written by whoever keeps the line."""
    if not note.strip():
        raise RuleBroken("Ghi việc bàn giao, hoặc “không có việc tồn”.")
    if shift.starts_at > now:
        raise RuleBroken("Ca này chưa bắt đầu.")
    if by.pk != shift.person_id:
        raise RuleBroken(f"{shift.person} trực ca này thì ghi bàn giao.")
    shift.hand_over_note, shift.handed_over_at = note.strip()[:500], now
    shift.save(update_fields=["hand_over_note", "handed_over_at"])
    following = DutyShift.objects.filter(line=shift.line, starts_at__gte=shift.ends_at).first()
    told = DutyHandedOver(shift_id=shift.pk, next_shift_id=following.pk if following else None)
    record(told, about=shift, by=by, at=now)


@transaction.atomic
def tell_holes(commune: Agency, since: date, until: date, *, by: User | None, now: datetime) -> int:
    """Every hole that lies ahead is told, the first of each line; how many lines have one."""
    found = [(line, _ahead(holes, now)) for line, holes in holes_of(commune, since, until)]
    open_lines = [(line, holes[0]) for line, holes in found if holes]
    for line, one in open_lines:
        record(DutyHoleFound(line_id=line.pk, starts=one.starts, ends=one.ends), about=line, by=by, at=now)
    return len(open_lines)


def _ahead(holes: Iterable[Span], now: datetime) -> list[Span]:
    return [one for one in holes if one.ends > now]
