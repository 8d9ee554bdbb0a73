"""Entries: hand in, take back, check who may take part."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.dossiers.uploads import clean
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.models import Reform

from ..eligibility import Person, flaws, giveaways
from ..events import EntryChecked, EntryMade, EntryWithdrawn
from ..models import Contest, Entry, Member
from ..workflow import ContestStatus, EntryStatus
from .contests import hold


@dataclass(frozen=True)
class Paper:
    """What a team hands in. Text and title bear no name of the team, its people or its unit."""

    title: str
    text: str
    members: tuple[Person, ...]
    team: str = ""
    file: File[Any] | None = None
    reform: Reform | None = None


@transaction.atomic
def enter(contest: Contest, paper: Paper, *, agency: Agency, by: User, now: datetime) -> Entry:
    """A team hands in its model. RuleBroken: too late, twice, or the paper tells whose it is."""
    held = hold(contest)
    if held.organiser_id not in (agency.pk, agency.commune_id, agency.province_id):
        raise NotThisOffice("Hội thi này của nơi khác.")
    _may_enter(held, by, now)
    _anonymous(paper, agency)
    entry = Entry.objects.create(
        contest=held, author=by, agency=agency, title=paper.title.strip(), text=paper.text.strip(), at=now,
        team=paper.team.strip(), file=clean(paper.file).content if paper.file else "", reform=paper.reform,
    )  # fmt: skip
    Member.objects.bulk_create(Member(entry=entry, **asdict(one)) for one in paper.members)
    record(EntryMade(contest_id=held.pk, entry_id=entry.pk), about=entry, by=by, at=now, is_first=True)
    return entry


def _may_enter(contest: Contest, by: User, now: datetime) -> None:
    if contest.status != ContestStatus.OPEN or now > contest.closes_at:
        raise RuleBroken(f"“{contest}” không còn nhận bài.")
    if contest.judges.filter(user=by).exists():
        raise RuleBroken("Giám khảo không nộp bài dự thi được.")
    if contest.entries.filter(author=by).exclude(status=EntryStatus.WITHDRAWN).exists():
        raise RuleBroken("Ông/bà đã nộp một bài. Muốn nộp bài khác thì rút bài cũ trước.")


def _anonymous(paper: Paper, agency: Agency) -> None:
    if not paper.title.strip() or not paper.text.strip():
        raise RuleBroken("Xin ghi tên mô hình và nội dung bài dự thi.")
    if not paper.members:
        raise RuleBroken("Xin ghi ít nhất một thành viên của đội.")
    names = [*(one.name for one in paper.members), agency.name, *([paper.team] if paper.team.strip() else [])]
    if found := giveaways(f"{paper.title} {paper.text}", names):
        raise RuleBroken(f"Bài được chấm ẩn danh. Xin bỏ “{found[0]}” khỏi tên và nội dung bài.")


@transaction.atomic
def withdraw_entry(entry: Entry, *, by: User, now: datetime) -> None:
    """The author takes it back while entries are open, and may hand in another."""
    held = hold(entry.contest)
    if held.status != ContestStatus.OPEN:
        raise RuleBroken("Đã hết hạn nhận bài nên không rút được nữa.")
    if entry.author_id != by.pk:
        raise NotThisOffice("Bài của người khác.")
    changed = Entry.objects.filter(pk=entry.pk, status=EntryStatus.SUBMITTED).update(status=EntryStatus.WITHDRAWN)
    entry.refresh_from_db()
    if changed:
        record(EntryWithdrawn(contest_id=held.pk, entry_id=entry.pk), about=entry, by=by, at=now)


@transaction.atomic
def check_entry(entry: Entry, *, is_eligible: bool, reason: str = "", by: User, now: datetime) -> None:
    """The organiser says whether the team may take part; may be mended until the marking starts."""
    held = hold(entry.contest)
    if held.status != ContestStatus.CHECKING:
        raise RuleBroken(f"“{held}” đang ở bước “{held.status_label()}”, không kiểm tra điều kiện lúc này.")
    if entry.status == EntryStatus.WITHDRAWN:
        raise RuleBroken("Bài này đã rút.")
    broken = flaws_of(entry)
    if is_eligible and broken:
        raise RuleBroken(" ".join(broken))
    if not is_eligible and not (reason.strip() or broken):
        raise RuleBroken("Xin ghi lý do bài không đủ điều kiện.")
    entry.status = EntryStatus.ELIGIBLE if is_eligible else EntryStatus.INELIGIBLE
    entry.reason = "" if is_eligible else (reason.strip() or " ".join(broken))[:300]
    entry.save(update_fields=["status", "reason"])
    event = EntryChecked(contest_id=held.pk, entry_id=entry.pk, is_eligible=is_eligible)
    record(event, about=entry, by=by, at=now)


def flaws_of(entry: Entry) -> list[str]:
    """Why the team may not take part, by the settings of its contest."""
    people = [Person(one.name, one.born_on, one.position, one.is_official) for one in entry.members.all()]
    contest = entry.contest
    return flaws(people, year=contest.year, oldest=contest.oldest, officials_only=contest.officials_only)
