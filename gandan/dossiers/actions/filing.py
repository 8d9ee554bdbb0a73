"""Filling in and filing: draft, papers, submission. Submitting a draft twice gives the same dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.catalog.models import FormDefinition, ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..deadlines import expected_receipt_by
from ..events import DossierSubmitted, PaperScanned
from ..finding import locked_draft
from ..models import Channel, Dossier, Draft, Paper
from ..numbering import dossier_code
from ..pricing import amount_for
from ..uploads import clean
from ..workflow import Status

NEXT_NUMBER = """
INSERT INTO dossiers_daysequence (agency_id, day, last) SELECT %(agency)s, %(day)s, 1
WHERE NOT EXISTS (SELECT FROM dossiers_dossier WHERE draft_id = %(draft)s)
ON CONFLICT (agency_id, day) DO UPDATE SET last = dossiers_daysequence.last + 1
RETURNING last, EXISTS (SELECT FROM dossiers_paper WHERE draft_id = %(draft)s)
"""
PERSON_FIELDS = (
    "applicant_name", "applicant_gender", "applicant_phone", "applicant_email", "applicant_id_number",
    "applicant_address", "on_behalf_of", "answers",
)  # fmt: skip
MOST_PAPERS = 40
ALREADY_FILED = "Hồ sơ này đã nộp rồi, không sửa được ở đây. Xin mở trang theo dõi hồ sơ."


@dataclass(frozen=True)
class Filing:
    """What is filed: the procedure's version, where, by which channel, for whom, with which answers."""

    version: ProcedureVersion
    commune: Agency
    channel: str
    applicant: dict[str, str]
    answers: dict[str, Any] = field(default_factory=dict)
    form: FormDefinition | None = None
    receiving_agency: Agency | None = None


@transaction.atomic
def start_draft(
    version: ProcedureVersion, *, commune: Agency, owner: User | None, channel: str = Channel.ONLINE
) -> Draft:
    """Begin a dossier; what is known of a signed-in citizen is filled in."""
    draft = Draft(version=version, form=version.form(), commune=commune, owner=owner, channel=channel)
    if owner is not None and not owner.is_staff_member:
        draft.applicant_name, draft.applicant_gender = owner.full_name, owner.gender
        draft.applicant_phone, draft.applicant_email = owner.phone, owner.email
    draft.save()
    return draft


@transaction.atomic
def save_step(
    draft: Draft, *, step: str, answers: dict[str, Any], person: dict[str, str] | None = None, is_done: bool = True
) -> None:
    """Keep the answers of one page; `person` holds the applicant's columns when the page asked for them.

    A page left half filled (“Lưu lại, làm sau”) is kept too, but has to be done before filing.
    """
    others = [done for done in draft.done_steps if done != step]
    changes: dict[str, Any] = {
        **(person or {}),
        "answers": {**draft.answers, **answers},
        "done_steps": [*others, step] if is_done else others,
        "changed_at": timezone.now(),
    }
    filed = Dossier.objects.filter(draft=OuterRef("pk"))
    if not Draft.objects.filter(~Exists(filed), pk=draft.pk).update(**changes):
        raise RuleBroken(ALREADY_FILED)
    for name, value in changes.items():
        setattr(draft, name, value)


@transaction.atomic
def own_draft(draft: Draft, *, owner: User) -> None:
    """A draft begun without sign-in belongs to the citizen who signs in to file it."""
    if draft.owner_id not in (None, owner.pk):
        raise RuleBroken("Bản nháp này của người khác. Xin mở lại từ trang “Hồ sơ của tôi”.")
    if draft.owner_id is None:
        draft.owner = owner
        draft.save(update_fields=["owner"])


@transaction.atomic
def discard_draft(draft: Draft) -> None:
    """Delete a draft and its files; a filed one stays."""
    _still_open(draft)
    for paper in draft.papers.all():
        paper.file.delete(save=False)
    draft.delete()


@transaction.atomic
def add_paper(draft: Draft, *, component: str, upload: File[Any]) -> Paper:
    """Keep a photographed or scanned paper of the draft, after it was found clean."""
    _still_open(draft)
    return _keep(upload, version=draft.version, component=component, draft=draft)


@transaction.atomic
def remove_paper(draft: Draft, *, key: str) -> None:
    _still_open(draft)
    for paper in draft.papers.filter(key=key):
        paper.file.delete(save=False)
        paper.delete()


@transaction.atomic
def add_supplement(dossier: Dossier, *, component: str, upload: File[Any]) -> Paper:
    """Keep a paper the citizen adds to a dossier that waits for it."""
    if dossier.status != Status.SUPPLEMENT:
        raise RuleBroken(f"{dossier} không chờ bổ sung giấy tờ, nên không gửi thêm được ở đây.")
    return _keep(upload, version=dossier.version, component=component, dossier=dossier, is_supplement=True)


@transaction.atomic
def scan_paper(dossier: Dossier, *, component: str, upload: File[Any], by: User) -> Paper:
    """An officer digitises a paper at the counter (NĐ 118/2025, Điều 17, khoản 1, điểm c)."""
    paper = _keep(upload, version=dossier.version, component=component, dossier=dossier, is_seen=True)
    record(PaperScanned(dossier_id=dossier.pk, paper_id=paper.pk), about=dossier, by=by)
    return paper


def _still_open(draft: Draft) -> None:
    if Dossier.objects.filter(draft=draft).exists():
        raise RuleBroken(ALREADY_FILED)


def _keep(upload: File[Any], *, version: ProcedureVersion, component: str, **where: Any) -> Paper:
    name = next((one.name for one in version.papers() if one.key == component), None)
    if name is None:
        raise RuleBroken("Giấy tờ này không có trong thành phần hồ sơ.")
    owner = {key: value for key, value in where.items() if key in ("draft", "dossier")}
    if Paper.objects.filter(**owner).count() >= MOST_PAPERS:
        raise RuleBroken(f"Mỗi hồ sơ tối đa {MOST_PAPERS} tệp. Xin ghép nhiều trang vào một tệp PDF.")
    file = clean(upload)
    return Paper.objects.create(
        component=component, name=name, file=file.content, media_type=file.media_type, size=file.size,
        sha256=file.sha256, copies=1, **where,
    )  # fmt: skip


@transaction.atomic
def submit(draft: Draft, *, by: User | None, now: datetime) -> Dossier:
    """File a draft. A second press, a retry after a lost connection: the same dossier comes back."""
    commune = draft.commune
    draft = locked_draft(draft.pk)
    _complete(draft)
    day = localdate(now)
    turn = _next_turn(commune, day, draft=draft)
    if turn is None:
        return Dossier.objects.get(draft=draft)
    filing = Filing(
        version=draft.version, commune=commune, channel=draft.channel, form=draft.form,
        applicant={name: getattr(draft, name) for name in PERSON_FIELDS if name != "answers"}, answers=draft.answers,
    )  # fmt: skip
    dossier = _create(filing, dossier_code(commune.identifier, day, turn.number), by=by, now=now, draft=draft)
    if turn.has_papers:
        Paper.objects.filter(draft=draft).update(dossier=dossier)
    return dossier


def _complete(draft: Draft) -> None:
    steps = {step.key: step.title for step in draft.form.pages} if draft.form else {}
    for key, title in {"applicant": "Người nộp", **steps}.items():
        if key not in draft.done_steps:
            raise RuleBroken(f"Chưa điền xong phần “{title}”. Xin mở lại phần này rồi nộp.")


@transaction.atomic
def file(filing: Filing, *, by: User, now: datetime, seen: dict[str, tuple[int, int]] | None = None) -> Dossier:
    """File for a person at the counter or through the API; `seen` gives originals and copies handed in per component."""
    turn = _next_turn(filing.commune, localdate(now))
    assert turn is not None  # only a draft may be filed already
    code = dossier_code(filing.commune.identifier, localdate(now), turn.number)
    dossier = _create(filing, code, by=by, now=now)
    names = {one.key: one.name for one in filing.version.papers()}
    Paper.objects.bulk_create(
        Paper(dossier=dossier, component=key, name=names[key], originals=originals, copies=copies, is_seen=True)
        for key, (originals, copies) in (seen or {}).items()
        if key in names
    )
    return dossier


def _create(filing: Filing, code: str, *, by: User | None, now: datetime, draft: Draft | None = None) -> Dossier:
    version, commune = filing.version, filing.commune
    dossier = Dossier(
        code=code, commune=commune, agency=commune, receiving_agency=filing.receiving_agency or commune,
        procedure=version.procedure, version=version, form=filing.form, draft=draft,
        channel=filing.channel, submitted_at=now, changed_at=now, owner=by if by and not by.is_staff_member else None,
        answers=filing.answers, **filing.applicant,
    )  # fmt: skip
    if filing.channel == Channel.ONLINE or dossier.receiving_agency_id != commune.pk:
        dossier.receive_by = expected_receipt_by(now, calendar_of(commune)).at
    dossier.fee_amount = amount_for(version, commune, channel=filing.channel, answers=filing.answers).dong
    dossier.refresh_search()
    dossier.save(force_insert=True)
    event = DossierSubmitted(dossier_id=dossier.pk, channel=dossier.channel, receive_by=dossier.receive_by)
    record(event, about=dossier, by=by, at=now, is_first=True)
    return dossier


@dataclass(frozen=True)
class _Turn:
    """A number of the day; whether the draft brings papers along."""

    number: int
    has_papers: bool


def _next_turn(agency: Agency, day: date, *, draft: Draft | None = None) -> _Turn | None:
    """The day's next number, in one statement, so that two submissions never share it. None: the draft is filed already."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, {"agency": agency.pk, "day": day, "draft": draft.pk if draft else None})
        found = cursor.fetchone()
    return _Turn(*found) if found else None
