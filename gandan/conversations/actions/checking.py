"""Papers looked at before the visit: begun in a thread, photographed at home, judged one by one, opened at the counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Dossier
from gandan.dossiers.uploads import EXTENSIONS, CleanFile
from gandan.hall.models import Ticket
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import (
    PrecheckBegun,
    PrecheckJudged,
    PrecheckOpened,
    PrecheckPaperRemoved,
    PrecheckPaperSent,
    PrecheckPersonKept,
    PrecheckPhotosForgotten,
)
from ..models import Precheck, PrecheckPaper, PrecheckPhoto, Side, Thread
from ..programmes import is_prechecked
from ..workflow import Outcome, ThreadStatus, Verdict, outcome_of
from .answering import _answer
from .saying import _lock, _say, _Words

MOST_PHOTOS = 8
APPLICANT = "applicant"


@transaction.atomic
def begin_precheck(thread: Thread, version: ProcedureVersion, *, by: User | None, now: datetime) -> Precheck:
    """The list of papers of this procedure, and a draft that keeps who it is for. Begun twice it is one."""
    if not is_prechecked(version.procedure.code, thread.commune, localdate(now)):
        raise RuleBroken("Thủ tục này chưa có trong danh sách kiểm tra giấy tờ trước của xã.")
    locked = _lock(thread)
    known = Precheck.objects.filter(thread=locked, version=version).first()
    if known:
        return known
    draft = dossiers.start_draft(version, commune=locked.commune, owner=locked.user)
    person = {
        "applicant_name": str(locked.name),
        "applicant_phone": str(locked.phone),
        "applicant_gender": locked.gender,
    }
    dossiers.save_step(draft, step=APPLICANT, answers={}, person=person, is_done=False)
    made = Precheck.objects.create(thread=locked, version=version, draft=draft, made_at=now)
    PrecheckPaper.objects.bulk_create(
        PrecheckPaper(
            precheck=made, component=one.key, name=one.name[:500], position=number, is_required=one.is_required,
            verdict=Verdict.PENDING if one.is_required else Verdict.NOT_NEEDED,
        )
        for number, one in enumerate(version.papers())
    )  # fmt: skip
    record(PrecheckBegun(thread_id=locked.pk, precheck_id=made.pk), about=made, by=by, at=now, is_first=True)
    return made


def _still_ahead(precheck: Precheck) -> Precheck:
    """The row, locked; refused once a dossier has been opened from it."""
    locked = Precheck.objects.select_for_update(of=("self",)).select_related("thread", "draft").get(pk=precheck.pk)
    if locked.dossier_id is not None:
        raise RuleBroken("Giấy tờ này đã mở thành hồ sơ. Xin xem ở trang theo dõi hồ sơ.")
    return locked


@transaction.atomic
def keep_precheck_person(precheck: Precheck, person: Mapping[str, str], *, is_far_away: bool, now: datetime) -> None:
    """Who the dossier will be for, as the columns of a draft name them; nobody has to say it again at the counter."""
    locked = _still_ahead(precheck)
    if locked.draft is None:
        raise RuleBroken("Bản kiểm tra này đã cũ. Xin mở bản mới.")
    dossiers.save_step(locked.draft, step=APPLICANT, answers={}, person=dict(person), is_done=False)
    locked.is_far_away = is_far_away
    locked.save(update_fields=["is_far_away"])
    record(PrecheckPersonKept(precheck_id=locked.pk), about=locked, at=now)


@transaction.atomic
def send_precheck_paper(paper: PrecheckPaper, photo: CleanFile, *, now: datetime) -> PrecheckPhoto:
    """One more page of this paper. It has to be looked at again; the same picture twice is one."""
    precheck = _still_ahead(paper.precheck)
    known = paper.photos.filter(sha256=photo.sha256).first()
    if known:
        return known
    if paper.photos.count() >= MOST_PHOTOS:
        raise RuleBroken(f"Mỗi giấy tờ tối đa {MOST_PHOTOS} ảnh. Xin bỏ ảnh mờ đi rồi gửi lại.")
    made = PrecheckPhoto.objects.create(
        paper=paper, file=photo.content, media_type=photo.media_type, sha256=photo.sha256, sent_at=now
    )
    PrecheckPaper.objects.filter(pk=paper.pk).update(verdict=Verdict.PENDING, reason="")
    precheck.outcome, precheck.sent_at = Outcome.PENDING, now
    precheck.save(update_fields=["outcome", "sent_at"])
    record(PrecheckPaperSent(precheck_id=precheck.pk, component=paper.component), about=precheck, at=now)
    return made


@transaction.atomic
def remove_precheck_photo(photo: PrecheckPhoto, *, now: datetime) -> None:
    """Taken back by the sender, until the dossier is opened."""
    paper = photo.paper
    precheck = _still_ahead(paper.precheck)
    photo.file.delete(save=False)
    photo.delete()
    PrecheckPaper.objects.filter(pk=paper.pk).update(verdict=Verdict.PENDING, reason="")
    precheck.outcome = Outcome.PENDING
    precheck.save(update_fields=["outcome"])
    record(PrecheckPaperRemoved(precheck_id=precheck.pk, component=paper.component), about=precheck, at=now)


@dataclass(frozen=True)
class Judgement:
    """On one paper; `reason` says what to do about it."""

    verdict: str
    reason: str = ""


@transaction.atomic
def judge_precheck(precheck: Precheck, told: Mapping[str, Judgement], *, by: User, now: datetime) -> Outcome:
    """A verdict per component. Once every paper has one, the sender is told in the thread under the officer's name."""
    locked = _still_ahead(precheck)
    papers = list(locked.papers.prefetch_related("photos"))
    for paper in papers:
        if paper.component in told:
            _judge(paper, told[paper.component])
    outcome = outcome_of([paper.verdict for paper in papers])
    locked.outcome, locked.checked_by, locked.checked_at = outcome, by, now
    if outcome == Outcome.COMPLETE:
        locked.completed_at = now
    locked.save(update_fields=["outcome", "checked_by", "checked_at", "completed_at"])
    if outcome != Outcome.PENDING:
        _tell_outcome(locked, papers, outcome, by, now)
    event = PrecheckJudged(thread_id=locked.thread_id, precheck_id=locked.pk, outcome=outcome)
    record(event, about=locked, by=by, at=now)
    return outcome


def _judge(paper: PrecheckPaper, told: Judgement) -> None:
    verdict = Verdict(told.verdict)
    if verdict == Verdict.OK and not paper.photos.all():
        raise RuleBroken(f"Chưa có ảnh của “{paper.name}” nên chưa ghi đạt được.")
    if verdict == Verdict.UNCLEAR and not told.reason.strip():
        raise RuleBroken(f"Ghi vì sao “{paper.name}” chưa rõ, ví dụ “ảnh mờ ở góc trên”.")
    paper.verdict, paper.reason = verdict, told.reason.strip()[:300]
    paper.save(update_fields=["verdict", "reason"])


def _tell_outcome(precheck: Precheck, papers: list[PrecheckPaper], outcome: Outcome, by: User, now: datetime) -> None:
    fine = sum(1 for one in papers if one.verdict == Verdict.OK)
    if outcome == Outcome.COMPLETE:
        text = (
            f"Đã xem {fine} giấy tờ: đủ. Khi đến nộp, ông/bà hoặc người nhà mang bản chính và đọc mã {precheck.code} tại quầy. "
            "Thông tin đã điền không phải khai lại."
        )
    else:
        wanting = [one for one in papers if one.verdict in (Verdict.MISSING, Verdict.UNCLEAR)]
        lines = [f"- {one.name}: {one.reason or one.get_verdict_display()}" for one in wanting]
        text = "Đã xem giấy tờ. Còn cần:\n" + "\n".join(lines) + "\nGửi thêm ngay trên trang này, xã xem lại."
    thread = _lock(precheck.thread)
    words = _Words(text=text, author=by)
    if thread.status == ThreadStatus.CLOSED:
        _say(thread, Side.OFFICER, words, now=now)
    else:
        _answer(thread, words, now)


@dataclass(frozen=True)
class Opening:
    """The counter's form, as `dossiers.file_at_counter` wants it; the number of the hall it is opened for."""

    filing: dossiers.Filing
    handing: dossiers.Handing
    ticket: Ticket | None = None


@transaction.atomic
def open_precheck(precheck: Precheck, opening: Opening, *, by: User, now: datetime) -> Dossier:
    """The originals are here: the dossier is filed with what was told before, the photos become its scans. Twice is once."""
    locked = Precheck.objects.select_for_update(of=("self",)).select_related("draft", "dossier").get(pk=precheck.pk)
    if locked.dossier is not None:
        return locked.dossier
    if locked.draft and Dossier.objects.filter(draft=locked.draft).exists():
        raise RuleBroken("Hồ sơ này người dân đã nộp trực tuyến. Xin tìm trong danh sách hồ sơ.")
    dossier = dossiers.file_at_counter(opening.filing, handing=opening.handing, by=by, now=now)
    for paper in locked.papers.filter(verdict=Verdict.OK).prefetch_related("photos"):
        for photo in paper.photos.all():
            _scan(dossier, paper, photo, by)
    if opening.ticket is not None:
        dossiers.link_ticket(dossier, opening.ticket, by=by, now=now, matter=opening.ticket.matters.first())
    draft, locked.draft = locked.draft, None
    locked.dossier, locked.ticket, locked.opened_at, locked.opened_by = dossier, opening.ticket, now, by
    locked.save(update_fields=["draft", "dossier", "ticket", "opened_at", "opened_by"])
    if draft:
        dossiers.discard_draft(draft)
    _drop_photos(locked)
    record(PrecheckOpened(precheck_id=locked.pk, dossier_id=dossier.pk), about=locked, by=by, at=now)
    return dossier


def _scan(dossier: Dossier, paper: PrecheckPaper, photo: PrecheckPhoto, by: User) -> None:
    name = f"{photo.sha256[:16]}.{EXTENSIONS[photo.media_type]}"
    with photo.file.open("rb") as kept:
        upload = ContentFile(kept.read(), name=name)
    dossiers.scan_paper(dossier, component=paper.component, upload=upload, by=by)


def _drop_photos(precheck: Precheck) -> int:
    photos = list(PrecheckPhoto.objects.filter(paper__precheck=precheck))
    for one in photos:
        one.file.delete(save=False)
        one.delete()
    return len(photos)


@transaction.atomic
def forget_precheck_photos(precheck: Precheck, *, now: datetime) -> int:
    """Nobody came for so long that we may not keep these pictures; returns how many went."""
    gone = _drop_photos(precheck)
    if gone:
        record(PrecheckPhotosForgotten(precheck_id=precheck.pk), about=precheck, at=now)
    return gone
