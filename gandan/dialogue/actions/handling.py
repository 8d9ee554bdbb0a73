"""A petition is accepted, verified, concluded, told and closed; or passed on, declined, merged, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import due
from gandan.places.models import Agency
from gandan.places.working import Unit

from ..events import PetitionAccepted, PetitionExtended, PetitionMerged, PetitionMoved, PetitionOverLevel
from ..limits import Limit, due_by, limit_for, limits
from ..models import Petition, PetitionKind, may_read_sealed
from ..rules import rules_of
from ..workflow import (
    ACCEPT,
    CLOSE,
    CONCLUDE,
    DECLINE,
    GUIDE,
    MERGE,
    TELL,
    TRANSFER,
    UNDER_WAY,
    VERIFY,
    WITHDRAW,
)


@dataclass(frozen=True)
class Charge:
    """Which unit verifies, who there, and whether the matter is complex."""

    unit: Agency
    assignee: User | None = None
    is_complex: bool = False


@transaction.atomic
def accept_petition(petition: Petition, charge: Charge, *, by: User, now: datetime) -> None:
    """Thụ lý: a unit verifies, the limit of law for its kind runs from today, with its working."""
    _within(petition, charge.unit, charge.assignee, now)
    petition.take(ACCEPT)
    petition.unit, petition.assignee, petition.is_complex = charge.unit, charge.assignee, charge.is_complex
    petition.accepted_at = now
    rules = rules_of(petition.commune, localdate(now))
    limit = limit_for(petition.kind, "resolve", is_remote=rules.is_remote, is_complex=charge.is_complex)
    shorter = rules.request_days if limit.code == "request.resolve" else 0
    calendar = calendar_of(petition.commune, on=localdate(now))
    found = due_by(limit, now, calendar, opening="Thụ lý", count=shorter)
    petition.due_at = petition.first_due_at = found.at
    petition.working, petition.limit = found.working.as_json(), limit.code
    petition.save()
    record(PetitionAccepted(petition_id=petition.pk, due_at=found.at), about=petition, by=by, at=now)


def _within(petition: Petition, unit: Agency, assignee: User | None, now: datetime) -> None:
    if unit.commune_id != petition.commune_id:
        raise RuleBroken(f"{unit} không thuộc {petition.commune.name_within}.")
    if assignee is None:
        return
    if assignee.agency is None or assignee.agency.commune_id != petition.commune_id:
        raise RuleBroken(f"{assignee} không làm việc tại {petition.commune.name_within}.")
    if petition.is_sealed and not may_read_sealed(assignee, petition.commune, today=localdate(now)):
        raise RuleBroken(f"{assignee} chưa có quyền xem đơn tố cáo. Lãnh đạo cấp quyền trước, rồi giao.")


@transaction.atomic
def extend_petition(petition: Petition, reason: str, *, by: User, now: datetime, is_special: bool = False) -> None:
    """Once, before the day, with a reason. Denunciations by 30 (especially complex: 60) days; complaints to the longer limit."""
    held = Petition.objects.select_for_update().get(pk=petition.pk)
    if held.status not in UNDER_WAY or held.due_at is None or held.accepted_at is None:
        raise RuleBroken("Chỉ gia hạn đơn đang giải quyết.")
    if held.due_at != held.first_due_at:
        raise RuleBroken("Đơn này đã gia hạn một lần.")
    if held.due_at < now:
        raise RuleBroken("Đã quá hạn nên không gia hạn được nữa. Giải quyết ngay và xin lỗi người gửi.")
    if not reason.strip():
        raise RuleBroken("Ghi vì sao phải gia hạn.")
    limit, count = _longer(held, now, is_special=is_special)
    found = due(held.accepted_at, count, Unit(limit.unit), calendar_of(held.commune, on=localdate(now)))
    found = found.retold(
        opening="Thụ lý", rule=f"{count} {_unit(limit)} kể từ ngày thụ lý, đã gia hạn.", citation=limit.basis
    )
    petition.due_at, petition.working, petition.limit = found.at, found.working.as_json(), limit.code
    petition.extension_reason = reason.strip()
    petition.save(update_fields=["due_at", "working", "limit", "extension_reason"])
    record(
        PetitionExtended(petition_id=petition.pk, before=held.due_at, due_at=found.at), about=petition, by=by, at=now
    )


def _unit(limit: Limit) -> str:
    return "ngày" if limit.unit == Unit.DAY else "ngày làm việc"


def _longer(petition: Petition, now: datetime, *, is_special: bool) -> tuple[Limit, int]:
    """The limit that now holds and its days from acceptance."""
    if petition.kind == PetitionKind.DENUNCIATION:
        more = limits()["denunciation.extend.complex" if is_special else "denunciation.extend"]
        return more, limit_for(petition.kind, "resolve").count + more.count
    rules = rules_of(petition.commune, localdate(now))
    longer = limit_for(petition.kind, "resolve", is_remote=rules.is_remote, is_complex=True)
    if longer.code == petition.limit:
        raise RuleBroken("Loại đơn này luật không cho thêm thời gian. Báo người gửi tiến độ và ngày trả lời.")
    return longer, longer.count


@transaction.atomic
def verify_petition(petition: Petition, finding: str, *, by: User, now: datetime) -> None:
    """What was found when it was looked into."""
    petition.finding, petition.verified_at = _told(finding, "Ghi kết quả xác minh."), now
    _move(petition, VERIFY, ("finding", "verified_at"), by=by, now=now)


@transaction.atomic
def conclude_petition(petition: Petition, conclusion: str, *, by: User, now: datetime, number: str = "") -> None:
    """The decision or answer; the limit is measured to here."""
    petition.conclusion, petition.concluded_at = _told(conclusion, "Ghi kết luận."), now
    petition.decision_number = number.strip()
    _move(petition, CONCLUDE, ("conclusion", "concluded_at", "decision_number"), by=by, now=now)


@transaction.atomic
def tell_petitioner(petition: Petition, how: str, *, by: User, now: datetime) -> None:
    """Who wrote has the answer, and how it reached them."""
    petition.told_how, petition.told_at = _told(how, "Ghi đã báo bằng cách nào."), now
    _move(petition, TELL, ("told_how", "told_at"), by=by, now=now)


@transaction.atomic
def close_petition(petition: Petition, *, by: User, now: datetime) -> None:
    """Filed."""
    petition.ended_at = now
    _move(petition, CLOSE, ("ended_at",), by=by, now=now)


@transaction.atomic
def transfer_petition(petition: Petition, where: str, *, by: User, now: datetime) -> None:
    """Not ours to decide: sent to whom it belongs, and the sender told where."""
    _end(petition, TRANSFER, _told(where, "Ghi chuyển đến cơ quan nào."), by=by, now=now)


@transaction.atomic
def guide_petition(petition: Petition, words: str, *, by: User, now: datetime) -> None:
    """A complaint that belongs elsewhere is not sent on: the sender is told where to go."""
    _end(petition, GUIDE, _told(words, "Ghi đã hướng dẫn gửi đến đâu."), by=by, now=now)


@transaction.atomic
def decline_petition(petition: Petition, reason: str, *, by: User, now: datetime) -> None:
    """Within our competence but not accepted, for a reason the sender is told."""
    _end(petition, DECLINE, _told(reason, "Ghi lý do không thụ lý."), by=by, now=now)


@transaction.atomic
def withdraw_petition(petition: Petition, words: str, *, by: User, now: datetime) -> None:
    """By who wrote it, in writing."""
    _end(petition, WITHDRAW, _told(words, "Ghi người gửi rút bằng văn bản nào."), by=by, now=now)


@transaction.atomic
def merge_petition(petition: Petition, into: Petition, *, by: User, now: datetime) -> None:
    """The same matter by the same people: one answer for both. A sealed one never goes into an open one."""
    if into.pk == petition.pk or into.commune_id != petition.commune_id or not into.is_open:
        raise RuleBroken("Chỉ gộp vào một đơn khác của xã, đang giải quyết.")
    if petition.is_sealed and not into.is_sealed:
        raise RuleBroken("Đơn tố cáo không gộp vào đơn thường. Người tố cáo sẽ bị lộ.")
    into = Petition.objects.select_for_update().get(pk=into.pk)
    petition.take(MERGE)
    petition.merged_into, petition.ended_at = into, now
    petition.save(update_fields=["merged_into", "ended_at"])
    into.people += petition.people if petition.people > 1 else 0
    into.save(update_fields=["people"])
    record(PetitionMerged(petition_id=petition.pk, into_id=into.pk), about=petition, by=by, at=now)


@transaction.atomic
def flag_over_level(petition: Petition, note: str, *, by: User, now: datetime, is_over: bool = True) -> None:
    """The province records the same matter: it went over the commune's head. Taken back when it was another matter."""
    if is_over:
        note = _told(note, "Ghi nơi nhận và số văn bản của cấp trên.")
    Petition.objects.select_for_update().get(pk=petition.pk)
    petition.is_over_level, petition.over_level_note = is_over, note.strip()
    petition.save(update_fields=["is_over_level", "over_level_note"])
    record(PetitionOverLevel(petition_id=petition.pk, is_over=is_over), about=petition, by=by, at=now)


def _told(words: str, asked: str) -> str:
    if not words.strip():
        raise RuleBroken(asked)
    return words.strip()


def _move(petition: Petition, step: Step, fields: tuple[str, ...], *, by: User, now: datetime) -> None:
    petition.take(step)
    petition.save(update_fields=fields)
    record(PetitionMoved(petition_id=petition.pk, status=petition.status), about=petition, by=by, at=localtime(now))


def _end(petition: Petition, step: Step, words: str, *, by: User, now: datetime) -> None:
    petition.end_words, petition.ended_at = words, now
    _move(petition, step, ("end_words", "ended_at"), by=by, now=now)
