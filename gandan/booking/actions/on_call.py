"""A death at any hour: the family asks, the officer on duty is called until one accepts, the paper is given (S3.19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.hall.hours import is_out_of_hours
from gandan.journal.actions import record
from gandan.people.contacts import ContactUnclear, phone_number
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.kinds import Running
from gandan.programmes.running import running

from .. import workflow
from ..duty import on_duty
from ..events import DeathCallAccepted, DeathCallClosed, DeathNoticeGiven, DutyOfficerCalled
from ..models import DeathCall, Source
from ..programmes import DEATH
from ..workflow import DeathStatus


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Who asks, by which phone they are called back."""

    name: str
    phone: str
    words: str = ""
    source: str = Source.WEB


@transaction.atomic
def ask_death_papers(agency: Agency, asking: Asking, *, by: User | None, now: datetime) -> DeathCall:
    """The request is kept and the first officer of the roster is called, at whatever hour."""
    rule = rule_now(agency, now)
    name = " ".join(asking.name.split())[:120]
    if not name:
        raise RuleBroken("Xin ghi họ tên người yêu cầu.")
    call = DeathCall.objects.create(
        agency=agency, programme_id=rule.programme_id, name=name, phone=_phone(asking.phone),
        words=asking.words.strip()[:300], source=asking.source, asked_at=now, called_at=now,
        officer=_officer(agency, rule, now, place=0), is_out_of_hours=is_out_of_hours(agency, now),
    )  # fmt: skip
    _record_call(call, by=by, now=now, is_first=True)
    return call


def rule_now(agency: Agency, now: datetime) -> Running:
    rules = running(DEATH, agency, localtime(now).date())
    if not rules:
        raise RuleBroken("Xã chưa mở trực khai tử 24/24. Xin gọi điện hoặc đến Trung tâm trong giờ làm việc.")
    return rules[0]


def duty_names(rule: Running, now: datetime) -> tuple[str, ...]:
    """Usernames in the order of calling."""
    values = rule.values
    return on_duty(
        values["days"],
        values["nights"],
        night_from=values["night_from"],
        night_to=values["night_to"],
        at=localtime(now),
    )


def _phone(typed: str) -> str:
    try:
        return phone_number(typed)
    except ContactUnclear as unclear:
        raise RuleBroken(str(unclear)) from None


def _officer(agency: Agency, rule: Running, now: datetime, *, place: int) -> User | None:
    """Round the roster; None where nobody on it works here any more."""
    names = duty_names(rule, now)
    staff = {
        one.username: one
        for one in User.objects.staff_of(agency.commune or agency).filter(username__in=names, is_active=True)
    }
    there = [staff[name] for name in names if name in staff]
    return there[place % len(there)] if there else None


def _record_call(call: DeathCall, *, by: User | None, now: datetime, is_first: bool = False) -> None:
    event = DutyOfficerCalled(
        call_id=call.pk, agency_id=call.agency_id, officer_id=call.officer_id, number=call.calls
    )  # fmt: skip
    record(event, about=call, by=by, at=now, is_first=is_first)


@transaction.atomic
def call_next_officer(call: DeathCall, *, by: User | None, now: datetime) -> None:
    """Nobody answered in time: the next one of the roster is called."""
    kept = DeathCall.objects.select_for_update(of=("self",)).select_related("agency").get(pk=call.pk)
    if kept.status != DeathStatus.CALLED:
        raise RuleBroken(f"{kept}: {kept.status_label().lower()}.")
    rule = rule_now(kept.agency, now)
    kept.officer, kept.called_at, kept.calls = _officer(kept.agency, rule, now, place=kept.calls), now, kept.calls + 1
    kept.save(update_fields=["officer", "called_at", "calls"])
    _record_call(kept, by=by, now=now)
    call.refresh_from_db()


@transaction.atomic
def accept_death_call(call: DeathCall, *, by: User, now: datetime) -> None:
    """An officer takes it on; the family sees the name."""
    call.take(workflow.ACCEPT)
    call.officer, call.accepted_at = by, now
    call.save(update_fields=["officer", "accepted_at"])
    record(DeathCallAccepted(call_id=call.pk, agency_id=call.agency_id, officer_id=by.pk), about=call, by=by, at=now)


@transaction.atomic
def note_death_notice(call: DeathCall, *, by: User, now: datetime, note: str = "") -> None:
    """The paper is in the family's hands."""
    call.take(workflow.NOTICE)
    call.notice_at, call.note = now, note.strip()[:300]
    call.save(update_fields=["notice_at", "note"])
    record(DeathNoticeGiven(call_id=call.pk, agency_id=call.agency_id), about=call, by=by, at=now)


@transaction.atomic
def close_death_call(call: DeathCall, *, by: User, now: datetime, note: str) -> None:
    """Asked by mistake, or settled another way: the officer says why."""
    if not note.strip():
        raise RuleBroken("Xin ghi lý do.")
    call.take(workflow.CLOSE)
    call.note = note.strip()[:300]
    call.save(update_fields=["note"])
    record(DeathCallClosed(call_id=call.pk, agency_id=call.agency_id), about=call, by=by, at=now)
