"""Of a quarter: commend what is done well, name what is not taken seriously, with proof and the unit's reply (S1.32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, localtime

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.measures.periods import Period
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.tasks.models import Task

from ..events import MentionAnswered, MentionMade
from ..models import Mention, MentionKind, PeriodReport
from ..models.reporting import said_within
from ..recipients import is_below
from ..synthesis import period_end
from .drafting import ISSUERS, check_role


@dataclass(frozen=True)
class Praise:
    """Which unit or person of it, in which quarter, for what."""

    agency: Agency
    period: Period
    reason: str
    person: User | None = None


@transaction.atomic
def commend(praise: Praise, *, issuer: Agency, by: User, now: datetime) -> Mention:
    """A unit or a person did it well; others may learn from it."""
    return _mention(praise, MentionKind.COMMENDED, [], issuer=issuer, by=by, now=now)


@transaction.atomic
def criticise(praise: Praise, *, issuer: Agency, by: User, now: datetime) -> Mention:
    """Name a unit; only with proof: its overdue tasks and unsent reports, as they are now. The unit may reply."""
    proof = proof_against(praise.agency, min(now, period_end(praise.period)))
    if not proof:
        raise RuleBroken(
            f"{praise.agency.name} không có nhiệm vụ hay báo cáo nào quá hạn trong {said_within(praise.period)}. "
            "Không có căn cứ thì không nêu tên."
        )
    return _mention(praise, MentionKind.NAMED, proof, issuer=issuer, by=by, now=now)


def proof_against(agency: Agency, moment: datetime) -> list[dict[str, Any]]:
    """What is overdue at the moment: tasks of the unit and of its parts, reports not sent."""
    own = {"agency__commune": agency} if agency.commune_id == agency.pk else {"agency": agency}
    tasks = Task.objects.overdue(moment).filter(**own)
    reports = PeriodReport.objects.filter(agency=agency, round__due_at__lt=moment, sent_at__isnull=True)
    told = [("task", one.title, one.due_at, one.cause) for one in tasks.order_by("due_at")]
    told += [("report", one.round.title, one.round.due_at, "") for one in reports.select_related("round")]
    return [
        {"kind": kind, "title": title, "due": localtime(due).isoformat(), "cause": cause}
        for kind, title, due, cause in told
    ]


def _mention(
    praise: Praise, kind: str, proof: list[dict[str, Any]], **who: Any
) -> Mention:  # fmt: skip
    issuer, by, now = who["issuer"], who["by"], who["now"]
    check_role(issuer, by, now, ISSUERS)
    if not is_below(praise.agency, issuer):
        raise RuleBroken(f"{praise.agency.name} không thuộc {issuer.name_within}.")
    if not praise.reason.strip():
        raise RuleBroken("Xin ghi làm được gì, hoặc chưa làm gì.")
    try:
        with transaction.atomic():
            made = Mention.objects.create(
                issuer=issuer, kind=kind, start=praise.period.start, agency=praise.agency, person=praise.person,
                reason=praise.reason.strip(), proof=proof, by=by, at=now,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"{praise.agency.name} đã có trong danh sách của {said_within(praise.period)}.") from None
    record(MentionMade(mention_id=made.pk, kind=kind), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def reply_to_mention(mention: Mention, *, text: str, by: User, now: datetime) -> None:
    """The unit explains; its words stand beside the proof."""
    roles = by.roles_in(mention.agency, today=localdate(now))
    if by.agency_id != mention.agency_id and str(Role.LEADER) not in roles:
        raise NotThisOffice("Danh sách này nêu đơn vị khác.")
    if not text.strip():
        raise RuleBroken("Xin ghi giải trình của đơn vị.")
    mention.reply, mention.replied_by, mention.replied_at = text.strip(), by, now
    mention.save(update_fields=["reply", "replied_by", "replied_at"])
    record(MentionAnswered(mention_id=mention.pk), about=mention, by=by, at=now)
