"""From rows to the shapes of answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any, overload

from django.utils.timezone import localtime

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.parts import steps_from
from gandan.core.errors import RuleBroken
from gandan.dossiers.actions.working import missing_papers
from gandan.dossiers.clockwork import expected_due
from gandan.dossiers.models import Dossier, Leg, UnderProgramme
from gandan.dossiers.promises import marks_of, rule_of
from gandan.dossiers.rights import may
from gandan.dossiers.workflow import BEFORE_SETTLING, Status

from . import shapes
from .callers import CITIZENS_VERBS, Caller


@overload
def moment(at: datetime) -> str: ...
@overload
def moment(at: datetime | None) -> str | None: ...
def moment(at: datetime | None) -> str | None:
    """ISO 8601 to the second with the offset of Việt Nam."""
    return localtime(at).isoformat(timespec="seconds") if at else None


def procedure_item(version: ProcedureVersion) -> shapes.ProcedureItem:
    one = version.procedure
    return shapes.ProcedureItem(code=one.code, name=one.name, short_name=one.short_name, field=one.field)


def procedure_detail(version: ProcedureVersion) -> shapes.ProcedureDetail:
    form = version.form()
    return shapes.ProcedureDetail(
        **procedure_item(version).model_dump(),
        version=version.number, valid_from=version.valid_from.isoformat(), channels=version.channels,
        summary=version.summary, not_needed=version.not_needed, results=version.results,
        legal_basis=version.legal_basis,
        components=[_component(one) for one in version.papers()],
        limits=[_limit(one) for one in version.limits.all() if one.agency_id is None],
        fees=[_fee(one) for one in version.fees.all() if one.agency_id is None],
        steps=[_step(one) for one in (steps_from(form.steps) if form else [])],
    )  # fmt: skip


def _component(one: Any) -> shapes.ComponentOut:
    return shapes.ComponentOut(
        key=one.key, name=one.name, originals=one.originals, copies=one.copies, is_required=one.is_required,
        when=one.when,
    )  # fmt: skip


def _limit(one: Any) -> shapes.LimitOut:
    return shapes.LimitOut(
        kind=one.kind, case=one.case, count=one.count, unit=one.unit, is_verified=one.is_verified, citation=one.citation
    )


def _fee(one: Any) -> shapes.FeeOut:
    return shapes.FeeOut(
        case=one.case, channels=one.channels, amount=one.amount if one.is_verified else None, unit=one.unit,
        is_verified=one.is_verified, citation=one.citation,
    )  # fmt: skip


def _step(step: Any) -> shapes.FormStepOut:
    fields = [
        shapes.FormFieldOut(
            key=one.key, label=one.label, type=one.type, required=one.required, options=[list(o) for o in one.options]
        )
        for one in step.fields
    ]
    return shapes.FormStepOut(key=step.key, title=step.title, fields=fields)


def _due(dossier: Dossier, now: datetime) -> dict[str, Any]:
    """The date given, or for a dossier that waits for reception the date to expect."""
    at, is_estimate, is_provisional = dossier.due_at, False, dossier.is_provisional
    if at is None and dossier.status in BEFORE_SETTLING:
        try:
            expected = expected_due(dossier, now)
        except RuleBroken:  # nobody has stated a time limit yet: no date can be expected
            return {"due_at": None, "due_is_estimate": True, "is_provisional": True}
        at, is_estimate, is_provisional = expected.at, True, expected.is_provisional
    return {"due_at": moment(at), "due_is_estimate": is_estimate, "is_provisional": is_provisional}


def _common(dossier: Dossier, now: datetime) -> dict[str, Any]:
    procedure = dossier.procedure
    return {
        "key": dossier.key,
        "procedure": shapes.ProcedureBrief(code=procedure.code, name=procedure.short_name),
        "status": dossier.status,
        "status_label": Status(dossier.status).label,
        "submitted_at": moment(dossier.submitted_at),
        "received_at": moment(dossier.received_at),
        "is_late": dossier.is_late(now),
        **_due(dossier, now),
    }


def dossier_item(dossier: Dossier, now: datetime) -> shapes.DossierItem:
    return shapes.DossierItem(**_item(dossier, now))


def _item(dossier: Dossier, now: datetime) -> dict[str, Any]:
    told = {"code": dossier.code, "channel": dossier.channel, "applicant_name": dossier.applicant_name}
    return {**_common(dossier, now), **told}


def dossier_detail(dossier: Dossier, caller: Caller, now: datetime) -> shapes.DossierDetail:
    return shapes.DossierDetail(
        **_item(dossier, now),
        applicant=_applicant(dossier),
        answers=dossier.answers,
        statutory_due_at=moment(dossier.statutory_due_at), clock766_due_at=moment(dossier.clock766_due_at),
        settled_at=moment(dossier.settled_at), returned_at=moment(dossier.returned_at),
        ended_at=moment(dossier.ended_at), reason=dossier.reason, outcome=dossier.outcome,
        fee_amount=dossier.fee_amount, holder=str(dossier.holder or ""), working=dossier.working,
        papers=[_paper(one) for one in dossier.papers.all()],
        missing=missing_papers(dossier) if dossier.received_at is None else [],
        legs=[_leg(one) for one in dossier.legs.select_related("agency")],
        payments=[_payment(one) for one in dossier.payments.all()],
        programmes=[_programme(dossier, one) for one in marks_of(dossier)],
        verbs=verbs_for(dossier, caller),
    )  # fmt: skip


def verbs_for(dossier: Dossier, caller: Caller) -> list[str]:
    """What this person may do with the dossier now, in the order of the workflow."""
    possible = dict.fromkeys(step.verb for step in dossier.possible_steps())
    if caller.office is None:
        return [verb for verb in possible if verb in CITIZENS_VERBS]
    return [verb for verb in possible if may(caller.office, verb, dossier)]


def _applicant(dossier: Dossier) -> shapes.ApplicantOut:
    return shapes.ApplicantOut(
        name=dossier.applicant_name, phone=dossier.applicant_phone, email=dossier.applicant_email,
        id_number=dossier.applicant_id_number, address=dossier.applicant_address, on_behalf_of=dossier.on_behalf_of,
    )  # fmt: skip


def _paper(one: Any) -> shapes.PaperOut:
    return shapes.PaperOut(
        component=one.component, name=one.name, originals=one.originals, copies=one.copies, has_file=bool(one.file),
        is_seen=one.is_seen,
    )  # fmt: skip


def _leg(one: Leg) -> shapes.LegOut:
    return shapes.LegOut(
        id=one.pk, stage=one.stage, name=one.name, agency=one.agency.name, status=one.status,
        started_at=moment(one.started_at), due_at=moment(one.due_at), finished_at=moment(one.finished_at),
        late_minutes=one.late_minutes,
    )  # fmt: skip


def _payment(one: Any) -> shapes.PaymentOut:
    return shapes.PaymentOut(
        id=one.pk, amount=one.amount, purpose=one.purpose, memo=one.memo, paid_at=moment(one.paid_at),
        receipt_number=one.receipt_number,
    )  # fmt: skip


def _programme(dossier: Dossier, one: UnderProgramme) -> shapes.ProgrammeOut:
    return shapes.ProgrammeOut(
        kind=one.kind, name=rule_of(one, dossier.agency).name, promised_at=moment(one.promised_at), is_kept=one.is_kept,
        fell_back_at=moment(one.fell_back_at),
    )  # fmt: skip


def tracking(dossier: Dossier, legs: list[Leg], now: datetime) -> shapes.Tracking:
    return shapes.Tracking(
        **_common(dossier, now),
        agency=dossier.agency.name,
        settled_at=moment(dossier.settled_at), returned_at=moment(dossier.returned_at),
        legs=[
            shapes.TrackedLeg(
                name=one.name, agency=one.agency.name, status=one.status, due_at=moment(one.due_at),
                finished_at=moment(one.finished_at),
            )
            for one in legs
        ],
    )  # fmt: skip
