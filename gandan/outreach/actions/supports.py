"""Help given: logged at one press, once, and taken back the same day when the wrong button was pressed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import SupportLogged, SupportUndone
from ..models import FieldSession, Member, Support, SupportKind, Team


@dataclass(frozen=True)
class Help:
    """One help. `offline_key`: given on a phone without a network, so that it counts once."""

    kind: str
    team: Team | None = None
    member: Member | None = None
    session: FieldSession | None = None
    hamlet: Hamlet | None = None
    group: str = ""
    procedure: Procedure | None = None
    dossier: Dossier | None = None
    is_done: bool = True
    why_not: str = ""
    minutes: int | None = None
    note: str = ""
    offline_key: str = ""


@transaction.atomic
def log_support(agency: Agency, given: Help, *, by: User, now: datetime) -> Support:
    """Count one help. A help with the same offline key is the one already counted."""
    if given.offline_key and (known := Support.objects.filter(offline_key=given.offline_key, commune=agency).first()):
        return known
    if given.kind not in SupportKind.values:
        raise RuleBroken("Xin chọn việc đã hỗ trợ.")
    if not given.is_done and not given.why_not.strip():
        raise RuleBroken("Chưa xong thì xin ghi vì sao, ví dụ: cần đến công an xã.")
    _check_place(agency, given)
    dossier, member = given.dossier, given.member
    made = Support.objects.create(
        commune=agency, team=given.team or (member.team if member else None), member=member, session=given.session,
        hamlet=given.hamlet, kind=given.kind, group=given.group, dossier=dossier,
        procedure=given.procedure or (dossier.procedure if dossier else None), is_done=given.is_done,
        why_not="" if given.is_done else given.why_not.strip()[:200], minutes=given.minutes,
        note=given.note.strip()[:300], by=by, at=now, offline_key=given.offline_key,
    )  # fmt: skip
    event = SupportLogged(support_id=made.pk, kind=made.kind, is_done=made.is_done)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


def _check_place(agency: Agency, given: Help) -> None:
    if given.dossier is not None and given.dossier.commune_id != agency.pk:
        raise RuleBroken("Không có hồ sơ mang mã này ở xã.")
    if given.member is not None and given.member.team.commune_id != agency.pk:
        raise RuleBroken("Thành viên này không thuộc tổ của xã.")
    if given.hamlet is not None and given.hamlet.commune_id != agency.pk:
        raise RuleBroken("Khu dân cư này không thuộc xã.")


@transaction.atomic
def undo_support(support: Support, *, by: User, now: datetime) -> None:
    """A wrong press, taken back the same day by who pressed."""
    if support.by_id != by.pk or localdate(support.at) != localdate(now):
        raise RuleBroken("Chỉ người ghi bỏ được lượt này, trong cùng ngày.")
    record(SupportUndone(kind=support.kind), about=support, by=by, at=now)
    support.delete()
