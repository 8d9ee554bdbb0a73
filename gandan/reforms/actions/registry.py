"""The life of a model: from the idea of one officer to recognition, pause and end."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..alike import described, models_like
from ..events import (
    CitizenIdeaRecognised,
    IdeaWritten,
    PilotClosed,
    PilotStarted,
    ReformMerged,
    ReformMoved,
    ReformRecognised,
)
from ..models import Level, Recognition, RecognitionStatus, Reform, ReformDocument, ReformKind, ReformVersion
from ..packages import digest
from ..similarity import SAME, likeness
from ..workflow import IN_REGISTRY

RANK = ["", str(Level.COMMUNE), str(Level.DISTRICT), str(Level.PROVINCE)]
LONGEST_CODE = 60
WORDS_OF_ADDRESSES = frozenset(
    {
        "y-tuong",
        "so-sanh",
        "dang-ap-dung",
        "hoc-tap",
        "ap-dung",
        "cau-hoi",
        "cong-nhan",
        "nhap-goi",
        "nguoi-dung-dau",
        "vuong-mac",
    }
)
"""Fixed words of the addresses of this app: no model is called so."""


@dataclass(frozen=True, kw_only=True)
class Idea:
    """What an officer writes down; `author_name` is the citizen's where the idea came from one (S1.57)."""

    name: str
    problem: str
    summary: str
    field: str = ""
    scope: str = ""
    benefit: str = ""
    conditions: str = ""
    uses_it: bool = False
    cost: str = ""
    staff: str = ""
    author_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A decision that recognises: its level, number and day."""

    level: str
    decision_no: str
    decided_on: date


@transaction.atomic
def write_idea(idea: Idea, *, agency: Agency, by: User, now: datetime, reform: Reform | None = None) -> Reform:
    """Keep an idea of the commune, or what was changed in it before it is sent."""
    if reform is None:
        reform = Reform(
            code=_free_code(idea.name), kind=ReformKind.INITIATIVE, proposed_by=agency, owner=agency.commune or agency,
            author=by, year=localdate(now).year, made_at=now,
        )  # fmt: skip
    elif reform.status not in workflow.PROPOSE.start:
        raise RuleBroken(f"“{reform}” đã gửi, đang ở bước “{reform.status_label()}”. Chờ trả lại rồi sửa.")
    is_new = reform.pk is None
    for name, value in asdict(idea).items():
        setattr(reform, name, value)
    reform.changed_at = now
    reform.save()
    record(IdeaWritten(reform_id=reform.pk, agency_id=agency.pk), about=reform, by=by, at=now, is_first=is_new)
    return reform


def _free_code(name: str) -> str:
    base = slugify(fold(name))[:LONGEST_CODE].strip("-") or "sang-kien"
    taken = WORDS_OF_ADDRESSES.union(Reform.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if code not in taken)


@transaction.atomic
def propose(reform: Reform, *, by: User, now: datetime) -> None:
    """Send the idea to be assessed. One that is already in the registry is filed as replication instead."""
    same = next((one for one in models_like(reform) if one.score >= SAME), None)
    if same is not None:
        raise RuleBroken(
            f"Ý tưởng giống {same.percent}% mô hình “{same.model}” của {same.model.owned_by}. "
            "Chọn “Ghi nhận là nhân rộng” thay cho đề xuất mới."
        )
    _move(reform, workflow.PROPOSE, by=by, now=now, reason="")


@transaction.atomic
def merge(reform: Reform, into: Reform, *, by: User, now: datetime) -> None:
    """File the idea as replication of a model of the registry. The author's name stays on it."""
    if into.pk == reform.pk or into.status not in IN_REGISTRY:
        raise RuleBroken("Chọn một mô hình đã có trong kho để ghi nhận là nhân rộng.")
    reform.take(workflow.MERGE)
    reform.parent, reform.changed_at = into, now
    reform.save(update_fields=["parent", "changed_at"])
    score = round(likeness(described(reform), described(into)), 3)
    record(ReformMerged(reform_id=reform.pk, into_id=into.pk, likeness=score), about=reform, by=by, at=now)


@transaction.atomic
def assess(reform: Reform, *, by: User, now: datetime) -> None:
    """Somebody begins to weigh the proposal."""
    _move(reform, workflow.ASSESS, by=by, now=now)


@transaction.atomic
def send_back(reform: Reform, *, reason: str, by: User, now: datetime) -> None:
    """The author makes it clearer and sends it again."""
    _move(reform, workflow.RETURN, by=by, now=now, reason=_need(reason, "Ghi chỗ cần làm rõ để người đề xuất sửa."))


@transaction.atomic
def reject(reform: Reform, *, reason: str, by: User, now: datetime) -> None:
    _move(reform, workflow.REJECT, by=by, now=now, reason=_need(reason, "Ghi lý do không chấp thuận."))


@transaction.atomic
def start_pilot(reform: Reform, *, until: date, by: User, now: datetime) -> None:
    """It may be tried until a day, and stands in the registry from now. A first edition is made where there is none."""
    if until <= localdate(now):
        raise RuleBroken("Ngày kết thúc thí điểm phải sau hôm nay.")
    reform.take(workflow.START_PILOT)
    reform.kind = ReformKind.MODEL if reform.kind == ReformKind.INITIATIVE else reform.kind
    reform.changed_at = now
    reform.save(update_fields=["kind", "changed_at"])
    if reform.newest() is None:
        content = reform.summary
        ReformVersion.objects.create(
            reform=reform, content=content, package={}, digest=digest({"content": content, "package": {}}), made_by=by,
            made_at=now,
        )  # fmt: skip
    record(PilotStarted(reform_id=reform.pk, until=until), about=reform, by=by, at=now)


@transaction.atomic
def close_pilot(reform: Reform, *, evaluation: str, continues: bool, by: User, now: datetime) -> None:
    """What the pilot showed, and whether to go on. When not, the model ends here."""
    said = _need(evaluation, "Ghi kết quả thí điểm: làm được gì, chưa được gì.")
    reform.take(workflow.CLOSE_PILOT)
    reform.reason, reform.changed_at = said, now
    reform.save(update_fields=["reason", "changed_at"])
    record(PilotClosed(reform_id=reform.pk, continues=continues), about=reform, by=by, at=now)
    if not continues:
        end(reform, reason=said, by=by, now=now)


@transaction.atomic
def recognise(reform: Reform, decision: Recognised, *, agency: Agency, by: User, now: datetime) -> Recognition:
    """Write down the decision that recognises the model for an agency. It counts in the year of the decision."""
    number = _need(decision.decision_no, "Ghi số quyết định công nhận.")
    if decision.decided_on > localdate(now):
        raise RuleBroken("Ngày của quyết định không thể sau hôm nay.")
    kept, _ = Recognition.objects.update_or_create(
        reform=reform, agency=agency, level=decision.level, year=decision.decided_on.year,
        defaults={"status": RecognitionStatus.RECOGNISED, "decision_no": number, "decided_on": decision.decided_on},
        create_defaults={
            "status": RecognitionStatus.RECOGNISED, "decision_no": number, "decided_on": decision.decided_on,
            "description": reform.summary, "submitted_by": by, "submitted_at": now,
        },
    )  # fmt: skip
    honour(reform, kept, by=by, now=now)
    return kept


@transaction.atomic
def honour(reform: Reform, recognition: Recognition, *, by: User, now: datetime) -> None:
    """A decided recognition shows on the model: status, highest level, document."""
    reform.take(workflow.RECOGNISE)
    reform.level = max(reform.level, recognition.level, key=RANK.index)
    reform.changed_at = now
    reform.save(update_fields=["level", "changed_at"])
    ReformDocument.objects.get_or_create(
        reform=reform, number=recognition.decision_no, role="recognises",
        defaults={
            "issued_on": recognition.decided_on, "issuer": recognition.get_level_display(),
            "subject": f"Công nhận “{reform.name}”, {recognition.agency.name}"[:400],
        },
    )  # fmt: skip
    event = ReformRecognised(
        reform_id=reform.pk, recognition_id=recognition.pk, agency_id=recognition.agency_id, level=recognition.level,
        decided_on=recognition.decided_on or localdate(now),
    )  # fmt: skip
    record(event, about=reform, by=by, at=now)
    if reform.author_name:
        told = CitizenIdeaRecognised(
            reform_id=reform.pk, recognition_id=recognition.pk, agency_id=recognition.agency_id
        )
        record(told, about=reform, by=by, at=now)


@transaction.atomic
def pause(reform: Reform, *, reason: str, by: User, now: datetime) -> None:
    _move(reform, workflow.PAUSE, by=by, now=now, reason=_need(reason, "Ghi lý do tạm dừng."))


@transaction.atomic
def resume(reform: Reform, *, by: User, now: datetime) -> None:
    _move(reform, workflow.RESUME, by=by, now=now, reason="")


@transaction.atomic
def end(reform: Reform, *, reason: str, by: User, now: datetime) -> None:
    """No agency can take it up any more; where it runs it goes on until ended there."""
    _move(reform, workflow.END, by=by, now=now, reason=_need(reason, "Ghi lý do chấm dứt."))


def _need(text: str, sentence: str) -> str:
    if not text.strip():
        raise RuleBroken(sentence)
    return text.strip()


def _move(reform: Reform, step: Step, *, by: User, now: datetime, reason: str | None = None) -> None:
    reform.take(step)
    fields: dict[str, Any] = {"changed_at": now} if reason is None else {"changed_at": now, "reason": reason}
    for name, value in fields.items():
        setattr(reform, name, value)
    reform.save(update_fields=list(fields))
    record(ReformMoved(reform_id=reform.pk, verb=step.verb, status=step.end), about=reform, by=by, at=now)
