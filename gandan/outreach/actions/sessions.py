"""Sessions in the hamlets: planned in turn, staffed, announced, opened, closed or called off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, CalendarDay, DayKind
from gandan.programmes.kinds import Running
from gandan.programmes.models import Programme
from gandan.programmes.running import in_term

from ..events import (
    SessionAnnounced,
    SessionCancelled,
    SessionClosed,
    SessionOpened,
    SessionPlanned,
    SessionShort,
    SessionStaffed,
)
from ..field_programmes import FIELD_SESSIONS, hamlets_of
from ..fieldwork import missing_of, tally
from ..models import FieldSession, Member, Shift
from ..rotation import days_of, turns
from ..workflow import CANCEL, CLOSE, OPEN, SessionStatus

OFF = (DayKind.HOLIDAY, DayKind.IN_LIEU)


@transaction.atomic
def plan_sessions(agency: Agency, *, until: date | None = None, by: User | None, now: datetime) -> list[FieldSession]:
    """Sessions of every `field_sessions` programme from today on, each hamlet in turn. Again: only what is new.

    `until`: the last day to plan, else as many weeks ahead as the programme says. Public holidays are left out; what is
    received on a weekend starts its statutory clock the next working morning (A03), which these days do not change.
    """
    made: list[FieldSession] = []
    for rule in in_term(FIELD_SESSIONS, agency, localdate(now)):
        Programme.objects.select_for_update().only("pk").get(pk=rule.programme_id)  # two planners: one after the other
        made += _plan(agency, rule, until=until, now=now)
    for one in made:
        event = SessionPlanned(session_id=one.pk, hamlet_id=one.hamlet_id, starts_at=one.starts_at)
        record(event, about=one, by=by, at=now, is_first=True)
    return made


def _plan(agency: Agency, rule: Running, *, until: date | None, now: datetime) -> list[FieldSession]:
    values, today = rule.values, localdate(now)
    last = min(filter(None, (until or today + timedelta(weeks=values["ahead_weeks"]), rule.until)))
    off = set(CalendarDay.objects.filter(day__range=(today, last), kind__in=OFF).values_list("day", flat=True))
    known = list(FieldSession.objects.filter(commune=agency, programme_id=rule.programme_id))
    taken = {localdate(one.starts_at) for one in known}
    days = [
        day
        for day in days_of(values["weekdays"], since=today, until=last, off=off)
        if day not in taken and vietnam_moment(day, values["starts"]) > now
    ]
    hamlets = {one.pk: one for one in hamlets_of(agency, values["hamlets"])}
    held = Counter(one.hamlet_id for one in known if one.status != SessionStatus.CANCELLED)
    return [
        FieldSession.objects.create(
            commune=agency, hamlet=hamlets[hamlet], programme_id=rule.programme_id,
            place=f"{values['place']} {hamlets[hamlet]}"[:160], starts_at=vietnam_moment(day, values["starts"]),
            ends_at=vietnam_moment(day, values["ends"]), needs=list(values["needs"]),
            audience=next(iter(values["audience"]), "people"),
        )
        for day, hamlet in turns(list(hamlets), days, held=held)
    ]  # fmt: skip


@transaction.atomic
def staff_session(session: FieldSession, members: Sequence[Member], *, by: User, now: datetime) -> list[str]:
    """Put members on the roster of the session; gives the forces that are still missing."""
    session = _open(session)
    for member in members:
        if member.team.commune_id != session.commune_id:
            raise RuleBroken(f"{member.name} không thuộc tổ của xã.")
        _give(session, member)
    missing = missing_of(session)
    event = SessionStaffed(
        session_id=session.pk, hamlet_id=session.hamlet_id, members=session.shifts.count(), missing=missing
    )
    record(event, about=session, by=by, at=now)
    return missing


def _open(session: FieldSession) -> FieldSession:
    locked = FieldSession.objects.select_for_update(of=("self",)).select_related("hamlet").get(pk=session.pk)
    if locked.status not in (SessionStatus.PLANNED, SessionStatus.OPEN):
        raise RuleBroken(f"{locked} {locked.status_label().lower()}, không phân công được nữa.")
    return locked


def _give(session: FieldSession, member: Member) -> None:
    """A duty of the same hour that belongs to no session becomes the duty of this one."""
    own = Shift.objects.filter(member=member, starts_at=session.starts_at).first()
    if own is not None:
        if own.session_id not in (None, session.pk):
            raise RuleBroken(f"{member.name} đã trực phiên khác vào giờ này.")
        Shift.objects.filter(pk=own.pk).update(session=session, place=session.place)
        return
    try:
        with transaction.atomic():
            Shift.objects.create(
                team_id=member.team_id, member=member, session=session, starts_at=session.starts_at,
                ends_at=session.ends_at, place=session.place,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"{member.name} vừa được phân công nơi khác vào giờ này.") from None


@transaction.atomic
def announce_session(session: FieldSession, *, by: User | None, now: datetime) -> None:
    """The residents of the hamlet are told in advance, once; a force still missing is said at the same moment."""
    told = FieldSession.objects.filter(pk=session.pk, announced_at__isnull=True, status=SessionStatus.PLANNED)
    if not told.update(announced_at=now):
        raise RuleBroken(f"{session} đã được báo, hoặc không còn trong lịch.")
    session.refresh_from_db()
    where = {"session_id": session.pk, "hamlet_id": session.hamlet_id}
    record(SessionAnnounced(**where, starts_at=session.starts_at), about=session, by=by, at=now)
    if missing := missing_of(session):
        event = SessionShort(**where, starts_at=session.starts_at, missing=missing)
        record(event, about=session, by=by, at=now)


@transaction.atomic
def open_session(session: FieldSession, *, by: User, now: datetime) -> list[str]:
    """The session begins; gives the forces that must be there and are not on the roster."""
    if localdate(now) != localdate(session.starts_at):
        raise RuleBroken(f"Phiên này vào ngày {session.starts_at:%d/%m/%Y}, chưa mở được hôm nay.")
    session.take(OPEN)
    FieldSession.objects.filter(pk=session.pk).update(opened_at=now)
    missing = missing_of(session)
    event = SessionOpened(session_id=session.pk, hamlet_id=session.hamlet_id, missing=missing)
    record(event, about=session, by=by, at=now)
    return missing


@transaction.atomic
def close_session(session: FieldSession, *, result: str, by: User, now: datetime) -> dict[str, int]:
    """The session ends with its result in words; gives the people helped by content group."""
    session.take(CLOSE)
    FieldSession.objects.filter(pk=session.pk).update(closed_at=now, result=result.strip())
    groups = tally(session)
    event = SessionClosed(
        session_id=session.pk, hamlet_id=session.hamlet_id, people=sum(groups.values()), by_group=groups
    )
    record(event, about=session, by=by, at=now)
    return groups


@transaction.atomic
def cancel_session(session: FieldSession, *, reason: str, by: User, now: datetime) -> None:
    """Called off, with the reason; the hamlet has the next free turn."""
    if not reason.strip():
        raise RuleBroken("Xin ghi vì sao không tổ chức phiên này, để báo cho người dân.")
    session.take(CANCEL)
    FieldSession.objects.filter(pk=session.pk).update(result=reason.strip())
    record(SessionCancelled(session_id=session.pk, hamlet_id=session.hamlet_id), about=session, by=by, at=now)
