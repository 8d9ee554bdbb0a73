"""From stories to rows: the dossier, its legs, pauses, payment, result and rating, and the journal of all of it."""

from __future__ import annotations

import base64
import random
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.timezone import localdate

from gandan.core.keys import KEY_BYTES
from gandan.gateways.payment.vietqr import memo_for
from gandan.journal.chain import Fact
from gandan.journal.events import Event
from gandan.journal.models import Entry

from .. import events
from ..clockwork import UNVERIFIED
from ..models import Channel, Dossier, Leg, LegStatus, Pause, PauseKind, Payment, PaymentMethod, Rating, Result
from ..numbering import dossier_code
from ..workflow import BEFORE_SETTLING, Status
from .copying import Sheet
from .life import Life
from .world import Applicant, Place

FULL_WORKING = timedelta(days=60)
REASONS = {
    Status.REFUSED: "Hồ sơ thuộc thẩm quyền của xã khác.",
    Status.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    Status.STOPPED: "Không đủ điều kiện giải quyết.",
}
MISSING_PAPER = "Còn thiếu một giấy tờ, xin gửi bổ sung."
FEE = 50_000
PAYING = ("ask_payment", "confirm_payment")


class Book:
    """The sheets of every table that a dossier fills."""

    def __init__(self, *, with_journal: bool, chance: random.Random) -> None:
        self.chance, self.with_journal = chance, with_journal
        self.dossiers, self.legs, self.pauses = Sheet(Dossier), Sheet(Leg), Sheet(Pause)
        self.payments, self.results, self.ratings = Sheet(Payment), Sheet(Result), Sheet(Rating)
        self.entries = Sheet(Entry)
        self._subject = ContentType.objects.get_for_model(Dossier).pk

    def send(self) -> None:
        for sheet in (self.dossiers, self.legs, self.pauses, self.payments, self.results, self.ratings, self.entries):
            sheet.send()

    def write(self, life: Life, applicant: Applicant) -> None:
        pk, code = self.dossiers.next_id(), _code(life)
        self.dossiers.add({"id": pk, **_dossier(life, applicant, code), "key": self._key()})
        leg_ids = [self.legs.add(_leg(leg, pk, life.place)) for leg in life.legs]
        payment = self._pauses(life, pk, code)
        if life.settled_at is not None:
            self.results.add(self._result(life, pk, applicant))
        if life.rated_at is not None:
            self.ratings.add({"dossier_id": pk, "stars": life.stars, "at": life.rated_at})
        if self.with_journal:
            self._journal(life, pk, leg_ids, payment)

    def _key(self) -> str:
        return base64.urlsafe_b64encode(self.chance.randbytes(KEY_BYTES)).rstrip(b"=").decode()

    def _pauses(self, life: Life, pk: int, code: str) -> int:
        payment = 0
        for pause in life.pauses:
            is_payment = pause.kind == PauseKind.PAYMENT
            told = {"kind": pause.kind, "started_at": pause.started_at, "ended_at": pause.ended_at}
            request = "Lệ phí" if is_payment else MISSING_PAPER
            self.pauses.add({"dossier_id": pk, **told, "request": request, "components": "[]"})
            if is_payment:
                payment = self.payments.add(
                    {
                        "dossier_id": pk, "amount": FEE, "purpose": "Lệ phí", "memo": memo_for(code, 1),
                        "asked_at": pause.started_at, "paid_at": pause.ended_at,
                        "method": PaymentMethod.VIETQR.value if pause.ended_at else "",
                        "bank_reference": f"MP{pk}" if pause.ended_at else "",
                    }
                )  # fmt: skip
        return payment

    def _result(self, life: Life, pk: int, applicant: Applicant) -> dict[str, Any]:
        return {
            "dossier_id": pk, "name": life.matter.result_name, "issued_at": life.settled_at, "key": self._key(),
            "approved_by_id": life.place.staff["leader"],
            "received_by": applicant.name if life.returned_at else "",
        }  # fmt: skip

    def _journal(self, life: Life, pk: int, leg_ids: list[int], payment: int) -> None:
        previous = ""
        for verb, at, number in life.happened:
            event, actor = _EVENTS[verb](life, pk, leg_ids, payment if verb in PAYING else number)
            by = life.place.staff.get(actor)
            data = event.as_data()
            fact = Fact(at=at, by=by, about=pk, kind=type(event).__name__, data=data)
            chained = fact.hash_after(previous)
            self.entries.add(
                {
                    "at": at, "actor_id": by, "subject_type_id": self._subject, "subject_id": pk, "kind": fact.kind,
                    "data": _json(data), "previous_hash": previous, "hash": chained,
                }
            )  # fmt: skip
            previous = chained


def _json(data: Any) -> str:
    import json

    return json.dumps(data, ensure_ascii=False)


def _code(life: Life) -> str:
    day, place = localdate(life.submitted_at), life.place
    number = place.numbers[day] = place.numbers.get(day, 0) + 1
    return dossier_code(place.agency.identifier, day, number)


def _dossier(life: Life, applicant: Applicant, code: str) -> dict[str, Any]:
    matter, place = life.matter, life.place
    return {
        "code": code, "commune_id": place.agency.pk, "agency_id": place.agency.pk,
        "receiving_agency_id": place.agency.pk, "procedure_id": matter.procedure_id, "version_id": matter.version_id,
        "form_id": matter.form_id, "channel": life.channel, "status": str(life.status), "return_channel": life.channel,
        "applicant_name": applicant.name, "applicant_gender": applicant.gender, "applicant_phone": applicant.phone,
        "applicant_id_number": applicant.id_number, "applicant_id_index": applicant.id_index,
        "applicant_address": applicant.address, "submitted_at": life.submitted_at, "receive_by": life.receive_by,
        "search": f"{code.lower()} {applicant.folded} {matter.folded_name}"[:500],
        "holder_id": place.staff["specialist"] if life.received_at else None,
        "fee_amount": matter.fees.get(life.channel), "changed_at": life.changed_at, **_clocks(life), **_ending(life),
    }  # fmt: skip


def _clocks(life: Life) -> dict[str, Any]:
    if life.due is None or life.statutory is None or life.beside is None or life.first_due is None:
        return {"working": "{}"}
    return {
        "received_at": life.received_at, "clock_started_at": life.clock_started_at, "due_at": life.due.at,
        "first_due_at": life.first_due.at, "statutory_due_at": life.statutory.at, "clock766_due_at": life.beside.at,
        "is_provisional": life.due.is_provisional or not life.matter.is_verified, "working": _working(life),
        "supplement_asked_at": life.asked_at, "supplement_count": int(life.asked_at is not None),
        "close_on": life.close_on,
    }  # fmt: skip


def _working(life: Life) -> str:
    """The working of every date; of matters long settled only that of the date given, to keep a million of them small."""
    assert life.due is not None
    assert life.statutory is not None
    assert life.beside is not None
    note = "" if life.matter.is_verified else UNVERIFIED
    due = life.due.text
    if life.status not in BEFORE_SETTLING and life.changed_at < life.now - FULL_WORKING:
        return f'{{"due":{due},"note":"{note}"}}'
    return f'{{"due":{due},"statutory":{life.statutory.text},"clock766":{life.beside.text},"note":"{note}"}}'


def _ending(life: Life) -> dict[str, Any]:
    told: dict[str, Any] = {
        "settled_at": life.settled_at, "returned_at": life.returned_at, "ended_at": life.ended_at,
        "reason": REASONS.get(Status(life.status), MISSING_PAPER if life.asked_at else ""), "is_prompt": life.is_prompt,
    }  # fmt: skip
    reckoner = life.place.reckoner
    waited = sum(reckoner.minutes(one.started_at, one.ended_at) for one in life.pauses if one.ended_at)
    told["citizen_minutes"] = waited
    if life.settled_at is not None and life.received_at is not None:
        told["outcome"] = life.outcome
        told["working_minutes"] = max(0, reckoner.minutes(life.received_at, life.settled_at) - waited)
        told["is_same_day"] = localdate(life.settled_at) == localdate(life.received_at)
    return told


def _leg(leg: Any, pk: int, place: Place) -> dict[str, Any]:
    plan = leg.plan
    is_done = leg.status == LegStatus.DONE
    return {
        "dossier_id": pk, "stage": plan.stage, "key": plan.key, "name": plan.name, "role": plan.role, "pays": plan.pays,
        "agency_id": place.offices.get(plan.part, place.agency.pk), "half_days": plan.half_days,
        "status": str(leg.status), "started_at": leg.started_at, "due_at": leg.due_at, "finished_at": leg.finished_at,
        "finished_by_id": place.staff.get(plan.role, place.staff["specialist"]) if is_done else None,
        "late_minutes": leg.late_minutes,
    }  # fmt: skip


# --- The journal: verb → event and who did it ---------------------------------------------------------------------------
Made = tuple[Event, str]


def _submitted(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    by = "" if life.channel == Channel.ONLINE else "reception"
    return events.DossierSubmitted(dossier_id=pk, channel=life.channel, receive_by=life.receive_by), by


def _received(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    due, statutory = life.first_due, life.statutory
    assert due is not None
    assert statutory is not None
    return events.DossierReceived(dossier_id=pk, due_at=due.at, statutory_due_at=statutory.at), "reception"


def _handed_over(life: Life, pk: int, legs: list[int], number: int) -> Made:
    begun = [one for one, leg in zip(legs, life.legs, strict=True) if leg.plan.stage == number]
    return events.DossierHandedOver(dossier_id=pk, stage=number, leg_ids=begun), "reception"


def _leg_finished(life: Life, pk: int, legs: list[int], number: int) -> Made:
    leg = life.legs[number]
    event = events.LegFinished(dossier_id=pk, leg_id=legs[number], due_at=leg.due_at, late_minutes=leg.late_minutes)
    return event, "specialist"


def _asked(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    asked = life.asked_at
    assert asked is not None
    close_on = life.place.reckoner.close_on(asked)
    return events.SupplementAsked(dossier_id=pk, close_on=close_on, is_override=False), "reception"


def _resubmitted(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.DossierResubmitted(dossier_id=pk, due_at=_due(life)), ""


def _due(life: Life) -> datetime | None:
    return life.due.at if life.due else None


def _payment_asked(_life: Life, pk: int, _legs: list[int], payment: int) -> Made:
    return events.PaymentAsked(dossier_id=pk, payment_id=payment, amount=FEE), "specialist"


def _payment_confirmed(life: Life, pk: int, _legs: list[int], payment: int) -> Made:
    method = PaymentMethod.VIETQR.value
    return events.PaymentConfirmed(dossier_id=pk, payment_id=payment, method=method, due_at=_due(life)), "reception"


def _approved(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    late = sum(leg.late_minutes for leg in life.legs)
    return events.DossierApproved(dossier_id=pk, outcome=life.outcome, late_minutes=late), "leader"


def _returned(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.ResultReturned(dossier_id=pk, outcome=life.outcome), "reception"


def _rated(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.DossierRated(dossier_id=pk, stars=life.stars), ""


def _refused(_life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.DossierRefused(dossier_id=pk, outcome=""), "reception"


def _withdrawn(_life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.DossierWithdrawn(dossier_id=pk, status_before=Status.RECEIVED.value), ""


def _stopped(_life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    return events.DossierStopped(dossier_id=pk, status_before=Status.RECEIVED.value), "reception"


def _closed(life: Life, pk: int, _legs: list[int], _number: int) -> Made:
    assert life.asked_at is not None
    return events.DossierClosed(dossier_id=pk, asked_at=life.asked_at), ""


_EVENTS = {
    "submit": _submitted, "receive": _received, "hand_over": _handed_over, "begin_stage": _handed_over,
    "finish_leg": _leg_finished, "ask_supplement": _asked, "resubmit": _resubmitted, "ask_payment": _payment_asked,
    "confirm_payment": _payment_confirmed, "approve": _approved, "return_result": _returned, "rate": _rated,
    "refuse": _refused, "withdraw": _withdrawn, "stop": _stopped, "close": _closed,
}  # fmt: skip
