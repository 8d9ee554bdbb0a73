"""The verbs of the switchboard. What has begun is never rewritten: a change ends one term and begins another."""

from __future__ import annotations

from collections.abc import Mapping
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
from .regulation import clean
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
    regulation = clean(switch.regulation) if switch.regulation else ""
    _hold(switch.agency)
    _make_way(switch, by=by, now=now)
    check(kind, Proposal(switch.agency, values, switch.since, switch.until))
    programme = Programme.objects.create(
        agency=switch.agency, kind=kind.name, name=switch.name.strip() or kind.label, origin=switch.origin, made_by=by,
        made_at=now,
    )  # fmt: skip
    Term.objects.create(
        programme=programme, since=switch.since, until=switch.until, parameters=kind.plain(values), basis=switch.basis,
        regulation=regulation, changed_by=by, changed_at=now,
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
    regulation = clean(change.regulation) if change.regulation else current.regulation.name
    _close(current, change.since - ONE_DAY)
    term = Term.objects.create(
        programme=programme, since=change.since, until=until, parameters=kind.plain(values),
        basis=change.basis or current.basis, regulation=regulation,
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
    if not programme.terms.filter(since__lte=last_day).exists():
        raise RuleBroken(f"“{programme}” chưa chạy ngày nào đến {last_day:%d/%m/%Y}. Hủy chương trình thay vì dừng.")
    _end(programme, last_day, by=by, now=now, reason=reason.strip())


@transaction.atomic
def call_off(programme: Programme, *, by: User | None, now: datetime, reason: str = "") -> None:
    """Take back a programme that has not begun: no day was ever ruled by it."""
    _hold(programme.agency)
    if programme.terms.filter(since__lte=localdate(now)).exists():
        raise RuleBroken(f"“{programme}” đã chạy, không hủy được. Dừng chương trình từ hôm nay.")
    if not programme.terms.exists():
        raise RuleBroken(f"“{programme}” đã hủy rồi.")
    programme.terms.all().delete()
    _say_why(programme, reason)
    forget_programmes()
    event = ProgrammeCalledOff(programme_id=programme.pk, kind=programme.kind, agency_id=programme.agency_id)
    record(event, about=programme, by=by, at=now)


def _hold(agency: Agency) -> None:
    """Two clerks of one commune switch one after the other, also against the province: each sees what the other did.

    `no_key`: filing a dossier refers to these rows and does not wait.
    """
    line = [one for one in (agency.pk, agency.commune_id, agency.province_id) if one]
    list(Agency.objects.select_for_update(no_key=True).only("pk").filter(pk__in=line).order_by("pk"))


def _make_way(switch: Switch, *, by: User | None, now: datetime) -> None:
    """The rivals the clerk named end the day before; one that would begin only then is called off."""
    rivals = list(Programme.objects.of(switch.agency).filter(pk__in=switch.replacing))
    if len(rivals) < len(set(switch.replacing)):
        raise RuleBroken("Chỉ kết thúc được chương trình của chính đơn vị mình.")
    reason = f"Nhường cho “{switch.name}”"
    for rival in rivals:
        if not rival.terms.filter(since__lt=switch.since).exists():
            call_off(rival, by=by, now=now, reason=reason)
        elif switch.since <= localdate(now):
            raise RuleBroken(f"“{rival}” đang chạy hôm nay. Chọn ngày bắt đầu từ ngày mai để kết thúc trọn hôm nay.")
        else:
            _end(rival, switch.since - ONE_DAY, by=by, now=now, reason=reason)


def _say_why(programme: Programme, reason: str) -> None:
    programme.end_reason = reason.strip()[:300]
    programme.save(update_fields=["end_reason"])


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
    programme.terms.filter(since__gt=last_day).delete()
    current = programme.terms.touching(last_day, last_day).first()
    if current is None:
        raise RuleBroken(f"“{programme}” không chạy vào ngày {last_day:%d/%m/%Y}.")
    _close(current, last_day)
    _say_why(programme, reason)
    forget_programmes()
    event = ProgrammeSwitchedOff(
        programme_id=programme.pk, kind=programme.kind, agency_id=programme.agency_id, last_day=last_day
    )
    record(event, about=programme, by=by, at=now)


__all__ = ["Change", "Clash", "Switch", "call_off", "change", "switch_off", "switch_on"]
