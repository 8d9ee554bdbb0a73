"""Proposal slip, the leader's direction, and the straight ways: police, handler of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..categories import categories
from ..events import (
    CategoryUnitNamed,
    FeedbackDirected,
    FeedbackProposalReturned,
    FeedbackProposed,
    FeedbackSentToHandler,
)
from ..models import CategoryUnit, DossierAsk, Feedback, Proposal, UnitPart
from ..units import handler_of, leader_of, police_of
from ..workflow import ALERT_POLICE, DIRECT, PROPOSE, RETURN_PROPOSAL, SEND_TO_HANDLER
from .noting import _belongs, _needs, _note, _public_note


@dataclass(frozen=True)
class Proposing:
    """What the officer found and proposes; `unit`: who should lead."""

    findings: str
    text: str
    unit: Agency | None = None


@dataclass(frozen=True)
class Order:
    """The leader's words and who works on it; the first unit leads and merges the answer."""

    words: str
    units: Sequence[Agency]
    person: User | None = None


@transaction.atomic
def propose(feedback: Feedback, proposing: Proposing, *, by: User, now: datetime) -> Proposal:
    """Phiếu đề xuất to the leader (S3.16)."""
    text = _needs(proposing.text, "Ghi đề xuất, ví dụ “Giao Phòng Kinh tế kiểm tra, thay nắp cống”.")
    if proposing.unit:
        _belongs(proposing.unit, feedback)
    feedback.take(PROPOSE)
    feedback.proposed_at = now
    feedback.save(update_fields=["proposed_at"])
    made = Proposal.objects.create(
        feedback=feedback, round=feedback.round, findings=proposing.findings.strip(), text=text, unit=proposing.unit, by=by,
        at=now,
    )  # fmt: skip
    _note(feedback, "propose", text, by=by, now=now)
    record(FeedbackProposed(feedback_id=feedback.pk, proposal_id=made.pk), about=feedback, by=by, at=now)
    return made


@transaction.atomic
def return_proposal(feedback: Feedback, text: str, *, by: User, now: datetime) -> None:
    """The leader wants another proposal."""
    said = _needs(text, "Ghi điều cần làm rõ.")
    feedback.take(RETURN_PROPOSAL)
    slip = feedback.proposals.filter(round=feedback.round).first()
    assert slip is not None, "the status says it was proposed"
    slip.leader, slip.direction, slip.returned_at = by, said, now
    slip.save(update_fields=["leader", "direction", "returned_at"])
    _note(feedback, "return_proposal", said, by=by, now=now)
    record(FeedbackProposalReturned(feedback_id=feedback.pk, proposal_id=slip.pk), about=feedback, by=by, at=now)


@transaction.atomic
def direct(feedback: Feedback, order: Order, *, by: User, now: datetime) -> list[UnitPart]:
    """To one or several units at once; also without a slip, when the leader sees it first."""
    units = list(dict.fromkeys(order.units))
    if not units:
        raise RuleBroken("Chọn ít nhất một đơn vị xử lý.")
    if order.person and order.person.agency not in units:
        raise RuleBroken(f"{order.person} không ở đơn vị được giao.")
    for unit in units:
        _belongs(unit, feedback)
    feedback.take(DIRECT)
    slip = feedback.proposals.filter(round=feedback.round, returned_at__isnull=True).first()
    if slip:
        slip.leader, slip.direction, slip.directed_at = by, order.words.strip(), now
        slip.save(update_fields=["leader", "direction", "directed_at"])
    return _give(feedback, Order(order.words, units, order.person), verb="direct", by=by, now=now)


def _give(feedback: Feedback, order: Order, *, verb: str, by: User | None, now: datetime) -> list[UnitPart]:
    feedback.directed_at = now
    feedback.forwarded_at = feedback.forwarded_at or now
    feedback.save(update_fields=["directed_at", "forwarded_at"])
    today = localdate(now)
    made = [
        UnitPart.objects.create(
            feedback=feedback, round=feedback.round, unit=unit, is_lead=number == 0, words=order.words.strip()[:1000],
            person=order.person if order.person and order.person.agency == unit else None, leader=leader_of(unit, today),
            given_at=now, given_by=by,
        )
        for number, unit in enumerate(order.units)
    ]  # fmt: skip
    names = ", ".join(str(one.unit) for one in made)
    _note(feedback, verb, order.words, by=by, now=now)
    _public_note(feedback, "given", f"{names} nhận việc.", by=None, now=now)
    told = FeedbackDirected(
        feedback_id=feedback.pk, part_ids=[one.pk for one in made], is_urgent=feedback.is_urgent
    )  # fmt: skip
    record(told, about=feedback, by=by, at=now)
    return made


@transaction.atomic
def alert_police(feedback: Feedback, text: str, *, by: User | None, now: datetime) -> UnitPart:
    """Urgent security goes straight to the police of the commune, without slip or direction."""
    police = police_of(feedback.agency)
    feedback.take(ALERT_POLICE)
    feedback.is_urgent = True
    feedback.screened_at = feedback.screened_at or now
    feedback.save(update_fields=["is_urgent", "screened_at"])
    (made,) = _give(feedback, Order(text, [police]), verb="alert_police", by=by, now=now)
    return made


@transaction.atomic
def send_to_handler(feedback: Feedback, *, by: User | None, now: datetime) -> UnitPart:
    """About a running dossier: to whoever handles it and his leader (S3.7)."""
    dossier = feedback.dossier
    if dossier is None:
        raise RuleBroken("Phản ánh này không gắn với hồ sơ nào.")
    unit, person = handler_of(dossier)
    if unit.commune_id != feedback.agency_id:
        unit, person = feedback.agency, None
    feedback.take(SEND_TO_HANDLER)
    feedback.category = feedback.category or "thu_tuc"
    feedback.screened_at = feedback.screened_at or now
    feedback.directed_at, feedback.forwarded_at = now, feedback.forwarded_at or now
    feedback.save(update_fields=["category", "screened_at", "directed_at", "forwarded_at"])
    made = UnitPart.objects.create(
        feedback=feedback, round=feedback.round, unit=unit, is_lead=True, person=person,
        leader=leader_of(unit, localdate(now), other_than=person), given_at=now, given_by=by,
        words=f"{DossierAsk(feedback.dossier_ask).label}, hồ sơ {dossier.code}",
    )  # fmt: skip
    _public_note(feedback, "given", f"{unit} đang giữ hồ sơ, trả lời phản ánh này.", by=None, now=now)
    told = FeedbackSentToHandler(feedback_id=feedback.pk, dossier_id=dossier.pk, part_id=made.pk)
    record(told, about=feedback, by=by, at=now)
    return made


@transaction.atomic
def name_unit(agency: Agency, category: str, who: Agency | User, *, by: User, now: datetime) -> None:
    """Who leads on a category here: a unit, or a person of one."""
    if category not in categories():
        raise RuleBroken("Chọn lĩnh vực.")
    person = who if isinstance(who, User) else None
    unit = who.agency if isinstance(who, User) else who
    if unit is None or unit.commune_id != agency.pk:
        raise RuleBroken(f"{who} không thuộc {agency.name_within}.")
    CategoryUnit.objects.update_or_create(agency=agency, category=category, defaults={"unit": unit, "person": person})
    record(CategoryUnitNamed(category=category, unit_id=unit.pk), about=agency, by=by, at=now)
