"""A consultation from its document to the published “tiếp thu, giải trình”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import (
    ConsultationClosed,
    ConsultationOpened,
    ConsultationPlanned,
    ConsultationPublished,
    ConsultationVoiced,
    GroupAnswered,
    OpinionsGrouped,
)
from ..masking import mask
from ..models import Consultation, Opinion, OpinionGroup, Source, Stance, Voice
from ..voices import index_of
from ..workflow import ConsultationStatus

STANCES = ("agree", "partly", "disagree")
LONGEST = 4000
ALREADY = "Ông/bà đã góp ý cho nội dung này. Mỗi người góp ý một lần."


@dataclass(frozen=True)
class Draft:
    """What people are asked about."""

    title: str
    about: str
    opens_on: date
    closes_on: date
    area: str = ""
    questions: Sequence[str] = ()
    document: CleanFile | None = None


@dataclass(frozen=True)
class Words:
    """Question place (from 0) → stance; and what else there is to say."""

    stances: Mapping[int, str] = field(default_factory=dict)
    text: str = ""


@transaction.atomic
def plan_consultation(commune: Agency, draft: Draft, *, by: User, now: datetime) -> Consultation:
    """A draft nobody outside sees."""
    if draft.closes_on < draft.opens_on:
        raise RuleBroken("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    made = Consultation(
        agency=commune, title=draft.title, about=draft.about, area=draft.area, questions=list(draft.questions),
        opens_on=draft.opens_on, closes_on=draft.closes_on, made_by=by, made_at=now,
    )  # fmt: skip
    if draft.document is not None:
        made.document, made.document_type = draft.document.content, draft.document.media_type
    made.save()
    record(ConsultationPlanned(consultation_id=made.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def open_consultation(consultation: Consultation, *, by: User | None, now: datetime) -> None:
    """Open it, or let it open by itself on its first day."""
    today = localdate(now)
    if consultation.closes_on < today:
        raise RuleBroken("Ngày kết thúc đã qua. Xin sửa ngày rồi mở.")
    if consultation.opens_on > today:
        Consultation.objects.filter(pk=consultation.pk, status=ConsultationStatus.DRAFT).update(is_ready=True)
        consultation.is_ready = True
    else:
        consultation.take(workflow.OPEN_CONSULTATION)
    record(ConsultationOpened(consultation_id=consultation.pk), about=consultation, by=by, at=now)


@transaction.atomic
def close_consultation(consultation: Consultation, *, by: User | None, now: datetime) -> None:
    """No more opinions; now they are answered."""
    _lock(consultation)
    consultation.take(workflow.CLOSE_CONSULTATION)
    told = ConsultationClosed(consultation_id=consultation.pk, opinions=consultation.opinions.count())
    record(told, about=consultation, by=by, at=now)


@transaction.atomic
def give_opinion(consultation: Consultation, words: Words, *, citizen: User, now: datetime) -> None:
    """A signed-in citizen speaks, once. That they spoke is kept apart from what they said."""
    _voice(consultation, str(citizen.pk))
    _say(consultation, words, source=Source.ONLINE, today=localdate(now))
    record(ConsultationVoiced(consultation_id=consultation.pk), about=consultation, by=None, at=now)


@transaction.atomic
def type_opinion(consultation: Consultation, words: Words, *, sheet: int, by: User, now: datetime) -> None:
    """A paper or the words at a meeting, by the number on the sheet: typed once."""
    _voice(consultation, f"sheet {sheet}")
    _say(consultation, words, source=Source.PAPER, today=localdate(now))
    record(ConsultationVoiced(consultation_id=consultation.pk), about=consultation, by=by, at=now)


@transaction.atomic
def group_opinions(
    consultation: Consultation, *, title: str, opinions: Sequence[UUID], by: User, now: datetime
) -> OpinionGroup:  # fmt: skip
    """Put opinions that say the same under one heading."""
    _lock(consultation)
    _is_being_handled(consultation)
    if not title.strip():
        raise RuleBroken("Xin đặt tên nhóm ý kiến.")
    group, _ = OpinionGroup.objects.get_or_create(consultation=consultation, title=title.strip()[:200])
    moved = consultation.opinions.filter(pk__in=list(opinions)).update(group=group)
    if not moved:
        raise RuleBroken("Chưa chọn ý kiến nào để đưa vào nhóm.")
    told = OpinionsGrouped(consultation_id=consultation.pk, group_id=group.pk, opinions=moved)
    record(told, about=consultation, by=by, at=now)
    return group


@transaction.atomic
def answer_group(group: OpinionGroup, *, stance: str, answer: str, by: User, now: datetime) -> None:
    """“Tiếp thu, giải trình” for everybody in the group."""
    _lock(group.consultation)
    _is_being_handled(group.consultation)
    if stance not in Stance.values or not answer.strip():
        raise RuleBroken("Xin chọn tiếp thu hay giải trình, và viết rõ vì sao.")
    group.stance, group.answer, group.answered_by, group.answered_at = stance, answer.strip(), by, now
    group.save()
    told = GroupAnswered(consultation_id=group.consultation_id, group_id=group.pk, stance=stance)
    record(told, about=group.consultation, by=by, at=now)


@transaction.atomic
def publish_consultation(consultation: Consultation, *, by: User, now: datetime) -> None:
    """Everybody reads what became of every opinion. Not before each has its answer."""
    _lock(consultation)
    left = consultation.opinions.filter(group__isnull=True).exclude(text="").count()
    if left:
        raise RuleBroken(f"Còn {left} ý kiến chưa vào nhóm nào. Mỗi ý kiến phải được tiếp thu hoặc giải trình.")
    unanswered = consultation.groups.filter(stance="", opinions__isnull=False).distinct().count()
    if unanswered:
        raise RuleBroken(f"Còn {unanswered} nhóm ý kiến chưa tiếp thu, giải trình.")
    consultation.take(workflow.PUBLISH_CONSULTATION)
    consultation.published_at, consultation.published_by = now, by
    consultation.save(update_fields=["published_at", "published_by"])
    told = ConsultationPublished(
        consultation_id=consultation.pk, opinions=consultation.opinions.count(), groups=consultation.groups.count()
    )
    record(told, about=consultation, by=by, at=now)


def _voice(consultation: Consultation, person: str) -> None:
    _lock(consultation)
    _, is_new = Voice.objects.get_or_create(consultation=consultation, person_index=index_of(consultation, person))
    if not is_new:
        raise RuleBroken(ALREADY if not person.startswith("sheet") else "Phiếu số này đã nhập rồi.")


def _say(consultation: Consultation, words: Words, *, source: str, today: date) -> None:
    consultation.refresh_from_db(fields=["status"])
    if not consultation.is_answerable(today):
        raise RuleBroken("Đợt lấy ý kiến này đã kết thúc hoặc chưa bắt đầu.")
    text = mask(words.text)[:LONGEST]
    told = {str(place): stance for place, stance in words.stances.items() if stance}
    known = range(len(consultation.questions))
    if any(int(place) not in known or stance not in STANCES for place, stance in told.items()):
        raise RuleBroken("Câu trả lời không có trong phiếu.")
    if not told and not text:
        raise RuleBroken("Ý kiến còn trống. Xin trả lời một câu hoặc viết ý kiến.")
    Opinion.objects.create(consultation=consultation, source=source, stances=told, text=text)


def _lock(consultation: Consultation) -> None:
    Consultation.objects.select_for_update(no_key=True).only("pk").get(pk=consultation.pk)


def _is_being_handled(consultation: Consultation) -> None:
    if consultation.status not in (ConsultationStatus.OPEN, ConsultationStatus.CLOSED):
        raise RuleBroken("Ý kiến chỉ được xếp nhóm, trả lời khi đang lấy hoặc đang tiếp thu, giải trình.")
