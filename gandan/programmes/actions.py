"""The verbs of the switchboard. What has begun is never rewritten: a change ends one term and begins another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .conflicts import Clash, check
from .events import ProgrammeCalledOff, ProgrammeChanged, ProgrammeSwitchedOff, ProgrammeSwitchedOn
from .kinds import Proposal, kind_named
from .models import Programme, Term
from .running import forget_programmes

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Switch:
    """What is switched on: kind, where, its parameters as JSON, from when, on what basis, from which reform model.

    `replacing` names programmes that end the day before, where the clerk has decided so in a conflict.
    """

    kind: str
    agency: Agency
    name: str
    parameters: Mapping[str, Any]
    since: date
    until: date | None = None
    basis: str = ""
    regulation: File[Any] | None = None
    origin: str = ""
    replacing: tuple[int, ...] = ()


@transaction.atomic
def switch_on(switch: Switch, *, by: User | None, now: datetime) -> Programme:
    """A rule begins to hold. RuleBroken: out of law, in the past; Clash: contradicts one that runs."""
    kind = kind_named(switch.kind)
    _from_today(switch.since, now)
    if switch.until and switch.until < switch.since:
        raise RuleBroken("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    values = kind.clean(switch.parameters)
    _hold(switch.agency)
    for rival in Programme.objects.filter(pk__in=switch.replacing):
        _end(rival, switch.since - ONE_DAY, by=by, now=now, reason=f"Nhường cho “{switch.name}”")
    check(kind, Proposal(switch.agency, values, switch.since, switch.until))
    programme = Programme.objects.create(
        agency=switch.agency, kind=kind.name, name=switch.name.strip() or kind.label, origin=switch.origin, made_by=by,
        made_at=now,
    )  # fmt: skip
    Term.objects.create(
        programme=programme, since=switch.since, until=switch.until, parameters=kind.plain(values), basis=switch.basis,
        regulation=switch.regulation or "", changed_by=by, changed_at=now,
    )  # fmt: skip
    forget_programmes()
    event = ProgrammeSwitchedOn(
        programme_id=programme.pk, kind=kind.name, agency_id=switch.agency.pk, since=switch.since, until=switch.until,
        origin=switch.origin,
    )  # fmt: skip
    record(event, about=programme, by=by, at=now)
    return programme


@dataclass(frozen=True)
class Change:
    """New parameters from a day on, with the reason people will read later."""

    parameters: Mapping[str, Any]
    since: date
    reason: str
    basis: str = ""
    regulation: File[Any] | None = None


@transaction.atomic
def change(programme: Programme, change: Change, *, by: User, now: datetime) -> Term:
    """Other parameters from a coming day on; what held until then stays as it was."""
    kind = programme.kind_of()
    _hold(programme.agency)
    current = _term_to_change(programme, change.since, now)
    values = kind.clean(change.parameters)
    if kind.plain(values) == current.parameters and not change.regulation and change.basis in ("", current.basis):
        raise RuleBroken("Tham số mới giống tham số đang chạy, không có gì để đổi.")
    if not change.reason.strip():
        raise RuleBroken("Xin ghi lý do đổi, để sau này còn biết.")
    until = current.until
    check(kind, Proposal(programme.agency, values, change.since, until, programme_id=programme.pk))
    _close(current, change.since - ONE_DAY)
    term = Term.objects.create(
        programme=programme, since=change.since, until=until, parameters=kind.plain(values),
        basis=change.basis or current.basis, regulation=change.regulation or current.regulation.name or "",
        reason=change.reason.strip(), changed_by=by, changed_at=now,
    )  # fmt: skip
    forget_programmes()
    event = ProgrammeChanged(
        programme_id=programme.pk, kind=kind.name, agency_id=programme.agency_id, since=change.since
    )
    record(event, about=programme, by=by, at=now)
    return term


@transaction.atomic
def switch_off(programme: Programme, *, last_day: date, reason: str, by: User | None, now: datetime) -> None:
    """The rule holds until `last_day`, today at the earliest. What was done under it stays as it was promised."""
    _hold(programme.agency)
    if last_day < localdate(now):
        raise RuleBroken("Ngày kết thúc không thể ở quá khứ. Chọn hôm nay hoặc một ngày tới.")
    if not reason.strip():
        raise RuleBroken("Xin ghi lý do dừng chương trình.")
    _end(programme, last_day, by=by, now=now, reason=reason.strip())


@transaction.atomic
def call_off(programme: Programme, *, by: User, now: datetime) -> None:
    """Take back a programme that has not begun: no day was ever ruled by it."""
    _hold(programme.agency)
    if programme.terms.filter(since__lte=localdate(now)).exists():
        raise RuleBroken(f"“{programme}” đã chạy, không hủy được. Dừng chương trình từ hôm nay.")
    programme.terms.all().delete()
    forget_programmes()
    event = ProgrammeCalledOff(programme_id=programme.pk, kind=programme.kind, agency_id=programme.agency_id)
    record(event, about=programme, by=by, at=now)


def _hold(agency: Agency) -> None:
    """Two clerks of one agency switch one after the other, so that each sees what the other has done."""
    Agency.objects.select_for_update().only("pk").get(pk=agency.pk)


def _from_today(since: date, now: datetime) -> None:
    if since < localdate(now):
        raise RuleBroken("Chương trình không bật lùi về quá khứ: giấy hẹn đã in không đổi được. Chọn từ hôm nay.")


def _term_to_change(programme: Programme, since: date, now: datetime) -> Term:
    current = programme.terms.touching(since, since).first()
    if current is None:
        raise RuleBroken(f"“{programme}” không còn chạy vào ngày {since:%d/%m/%Y}. Bật chương trình mới.")
    earliest = localdate(now) if current.since > localdate(now) else localdate(now) + ONE_DAY
    if since < earliest:
        raise RuleBroken(f"Hồ sơ hôm nay đã nhận theo tham số cũ. Tham số mới áp dụng sớm nhất từ {earliest:%d/%m/%Y}.")
    if programme.terms.filter(since__gt=since).exists():
        raise RuleBroken(f"“{programme}” đã có thay đổi khác sau ngày {since:%d/%m/%Y}. Đổi từ ngày đó trở đi.")
    return current


def _close(term: Term, last_day: date) -> None:
    if last_day < term.since:
        term.delete()
    else:
        term.until = last_day
        term.save(update_fields=["until"])


def _end(programme: Programme, last_day: date, *, by: User | None, now: datetime, reason: str) -> None:
    terms: Iterable[Term] = list(programme.terms.filter(since__gt=last_day))
    for later in terms:
        later.delete()
    current = programme.terms.touching(last_day, last_day).first()
    if current is None:
        raise RuleBroken(f"“{programme}” không chạy vào ngày {last_day:%d/%m/%Y}.")
    current.until, current.reason = last_day, reason[:300]
    current.save(update_fields=["until", "reason"])
    forget_programmes()
    event = ProgrammeSwitchedOff(
        programme_id=programme.pk, kind=programme.kind, agency_id=programme.agency_id, last_day=last_day
    )
    record(event, about=programme, by=by, at=now)


__all__ = ["Change", "Clash", "Switch", "call_off", "change", "switch_off", "switch_on"]
