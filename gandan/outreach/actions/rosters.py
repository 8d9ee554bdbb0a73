"""Rosters: duties planned in turn, taken, signed in, left; an absence has a cause and a cover (R35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.calendar import VIETNAM

from .. import workflow
from ..duties import GONE, holes_of_today, needed, people_needed, shifts_between, span_of
from ..events import (
    AbsenceReported,
    PeopleAsked,
    PeopleSent,
    RosterHole,
    ShiftAccepted,
    ShiftAttended,
    ShiftCovered,
    ShiftLeft,
    ShiftRemoved,
    ShiftsPlanned,
)
from ..models import Member, Mobilisation, Shift, Team
from ..rostering import Span, arrival_problem, is_late, turns
from .teams import present_members

LONGEST_PLAN = 92


@transaction.atomic
def plan_shifts(team: Team, *, since: date, until: date, by: User | None, now: datetime) -> int:
    """Fill the hours the team must hold, in turn. Running it again adds only what is missing; returns how many duties."""
    if not since <= until or (until - since).days > LONGEST_PLAN:
        raise RuleBroken(f"Xếp lịch từ 1 đến {LONGEST_PLAN} ngày mỗi lần.")
    locked = Team.objects.select_for_update(of=("self",)).select_related("commune").get(pk=team.pk)
    windows = [one for one in needed(locked, since, until) if one.ends_at > now]
    if not windows:
        raise RuleBroken("Những ngày này tổ không có giờ phải trực. Xin xem lại quy tắc giờ của tổ.")
    members = {one.pk: one for one in present_members(locked, max(since, localdate(now)))}
    if not members:
        raise RuleBroken("Tổ chưa có thành viên.")
    planned = turns(windows, list(members), at_once=people_needed(locked), taken=_taken(locked, since, until))
    shifts = [_shift(locked, members[one], span) for span, one in planned if members[one].until is None]
    made = len(Shift.objects.bulk_create(shifts, ignore_conflicts=True))
    if made:
        record(ShiftsPlanned(team_id=locked.pk, shifts=made, since=since, until=until), about=locked, by=by, at=now)
    return made


def _taken(team: Team, since: date, until: date) -> dict[int, list[Span]]:
    """Duties held, and those a member cannot take because the person reported absent then."""
    taken: dict[int, list[Span]] = {}
    for one in shifts_between(team, since - timedelta(days=7), until + timedelta(days=1)):
        if one.status not in GONE:
            taken.setdefault(one.member_id, []).append(span_of(one))
    return taken


def _shift(team: Team, member: Member, span: Span) -> Shift:
    return Shift(
        team=team, member=member, starts_at=span.starts_at, ends_at=span.ends_at,
        place=team.place or (str(team.hamlet) if team.hamlet else ""),
    )  # fmt: skip


@dataclass(frozen=True)
class Duty:
    """One duty given by hand or read from a file."""

    member: Member
    starts_at: datetime
    ends_at: datetime
    place: str = ""


@transaction.atomic
def give_shift(team: Team, duty: Duty, *, by: User, now: datetime) -> Shift:
    """One duty outside the pattern, as the roster sheet says."""
    member = duty.member
    if member.team_id != team.pk or (member.until and member.until < localdate(duty.starts_at)):
        raise RuleBroken(f"{member.name} không ở trong tổ vào ngày này.")
    if duty.ends_at <= duty.starts_at or duty.ends_at - duty.starts_at > timedelta(hours=24):
        raise RuleBroken("Giờ kết thúc phải sau giờ bắt đầu, ca không dài quá 24 giờ.")
    clash = Shift.objects.filter(member=member, starts_at__lt=duty.ends_at, ends_at__gt=duty.starts_at)
    if clash.exclude(status__in=GONE).exists():
        raise RuleBroken(f"{member.name} đã có ca trùng giờ này.")
    try:
        with transaction.atomic():
            shift = Shift.objects.create(
                team=team, member=member, starts_at=duty.starts_at, ends_at=duty.ends_at,
                place=duty.place or team.place,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"{member.name} đã có một ca vào giờ này.") from None
    day = localdate(duty.starts_at)
    record(ShiftsPlanned(team_id=team.pk, shifts=1, since=day, until=day), about=team, by=by, at=now)
    return shift


def _locked(shift: Shift) -> Shift:
    return Shift.objects.select_for_update(of=("self",)).select_related("member", "team").get(pk=shift.pk)


@transaction.atomic
def accept_shift(shift: Shift, *, by: User, now: datetime) -> None:
    """The member has seen the duty and will come."""
    locked = _locked(shift)
    locked.take(workflow.ACCEPT)
    record(ShiftAccepted(shift_id=locked.pk, member_id=locked.member_id), about=locked, by=by, at=now)


@transaction.atomic
def check_in_shift(shift: Shift, *, by: User, now: datetime) -> None:
    """Present: from half an hour before the duty until its end."""
    locked = _locked(shift)
    problem = arrival_problem(span_of(locked), now.astimezone(VIETNAM))
    if problem:
        raise RuleBroken(problem)
    locked.take(workflow.CHECK_IN)
    Shift.objects.filter(pk=locked.pk).update(arrived_at=now)
    told = ShiftAttended(shift_id=locked.pk, member_id=locked.member_id, is_late=is_late(locked.starts_at, now))
    record(told, about=locked, by=by, at=now)


@transaction.atomic
def leave_shift(shift: Shift, *, by: User, now: datetime) -> None:
    """Gone home. A duty around the clock is handed over: the next one must be there, or the hour be over."""
    locked = _locked(shift)
    if locked.arrived_at is None or locked.left_at is not None:
        raise RuleBroken(f"{locked.member.name} chưa điểm danh, hoặc đã ra về.")
    Shift.objects.filter(pk=locked.pk).update(left_at=now)
    minutes = round((now - locked.arrived_at).total_seconds() / 60)
    record(ShiftLeft(shift_id=locked.pk, member_id=locked.member_id, minutes=minutes), about=locked, by=by, at=now)


@transaction.atomic
def report_absence(shift: Shift, *, cause: str, by: User, now: datetime) -> None:
    """Leave, sickness, study: the cause is kept (NĐ 118/2025, Điều 12)."""
    if not cause.strip():
        raise RuleBroken("Xin ghi lý do vắng: nghỉ phép, ốm, đi học, việc khác.")
    locked = _locked(shift)
    locked.take(workflow.BE_ABSENT)
    Shift.objects.filter(pk=locked.pk).update(cause=cause.strip()[:200])
    record(AbsenceReported(shift_id=locked.pk, member_id=locked.member_id), about=locked, by=by, at=now)


@transaction.atomic
def cover_shift(shift: Shift, *, cover: Member, cause: str = "", by: User, now: datetime) -> Shift:
    """Another member of the team takes the duty; returns the new duty."""
    locked = _locked(shift)
    why = cause.strip() or locked.cause
    if not why:
        raise RuleBroken("Xin ghi lý do vắng trước khi cử người thay.")
    if cover.pk == locked.member_id or cover.team_id != locked.team_id or cover.until is not None:
        raise RuleBroken("Người thay phải là một thành viên khác đang ở trong tổ.")
    busy = Shift.objects.filter(member=cover, starts_at__lt=locked.ends_at, ends_at__gt=locked.starts_at)
    if busy.exclude(status__in=GONE).exists():
        raise RuleBroken(f"{cover.name} đã có ca trùng giờ này. Xin chọn người khác.")
    locked.take(workflow.COVER)
    Shift.objects.filter(pk=locked.pk).update(cause=why[:200], covered_by=cover)
    try:
        with transaction.atomic():
            taken = Shift.objects.create(
                team=locked.team, member=cover, starts_at=locked.starts_at, ends_at=locked.ends_at, place=locked.place,
                session_id=locked.session_id,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"{cover.name} đã báo vắng ca này. Xin chọn người khác.") from None
    record(ShiftCovered(shift_id=locked.pk, member_id=locked.member_id, cover_id=cover.pk), about=locked, by=by, at=now)
    return taken


@transaction.atomic
def remove_shift(shift: Shift, *, by: User, now: datetime) -> None:
    """Taken off the roster before it begins; what has begun stays as it was."""
    locked = _locked(shift)
    if locked.starts_at <= now or locked.status not in ("planned", "accepted"):
        raise RuleBroken("Ca đã bắt đầu hoặc đã ghi kết quả thì không bỏ được. Ghi vắng kèm lý do.")
    told = ShiftRemoved(team_id=locked.team_id, member_id=locked.member_id, starts_at=locked.starts_at)
    record(told, about=locked.team, by=by, at=now)
    locked.delete()


@transaction.atomic
def tell_holes(team: Team, *, now: datetime) -> int:
    """The head is told once of every hole of today; returns how many were new."""
    told = {
        entry["data"]["starts_at"]
        for entry in Entry.objects.filter(
            kind="RosterHole", subject_id=team.pk, at__gte=now - timedelta(days=1)
        ).values("data")
    }
    fresh = [hole for hole in holes_of_today(team, now) if hole.span.starts_at.isoformat() not in told]
    for hole in fresh:
        event = RosterHole(
            team_id=team.pk, starts_at=hole.span.starts_at, present=hole.present, needed=hole.needed
        )  # fmt: skip
        record(event, about=team, at=now)
    return len(fresh)


@dataclass(frozen=True)
class Call:
    """So many people from one moment to another, and for what."""

    starts_at: datetime
    ends_at: datetime
    people: int
    reason: str


@transaction.atomic
def ask_people(team: Team, call: Call, *, by: User, now: datetime) -> Mobilisation:
    """The Centre asks an organisation for people at a busy time (S1.40)."""
    if call.ends_at <= call.starts_at or call.ends_at <= now:
        raise RuleBroken("Giờ kết thúc phải sau giờ bắt đầu và chưa qua.")
    if not 1 <= call.people <= 100 or not call.reason.strip():
        raise RuleBroken("Xin ghi cần bao nhiêu người và để làm việc gì.")
    made = Mobilisation.objects.create(
        commune=team.commune, team=team, starts_at=call.starts_at, ends_at=call.ends_at, people=call.people,
        reason=call.reason.strip()[:300], by=by, at=now,
    )  # fmt: skip
    record(PeopleAsked(team_id=team.pk, mobilisation_id=made.pk, people=made.people), about=team, by=by, at=now)
    return made


@transaction.atomic
def send_people(asked: Mobilisation, *, members: list[Member], by: User, now: datetime) -> list[Shift]:
    """The organisation names who comes; each gets a duty. Fewer than asked is allowed and shown."""
    if not members:
        raise RuleBroken("Xin chọn ít nhất một người.")
    span = Span(asked.starts_at, asked.ends_at)
    made = [give_shift(asked.team, Duty(one, span.starts_at, span.ends_at), by=by, now=now) for one in members]
    Mobilisation.objects.filter(pk=asked.pk).update(answered_at=now)
    event = PeopleSent(team_id=asked.team_id, mobilisation_id=asked.pk, people=len(made))
    record(event, about=asked.team, by=by, at=now)
    return made
