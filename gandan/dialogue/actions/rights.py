"""Who may read denunciations, and every reading."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import Role, User
from gandan.places.models import Agency

from ..events import SealedPetitionRead, SealedRightGiven, SealedRightTaken
from ..models import Petition, SealedReader, may_read_sealed


@transaction.atomic
def give_sealed_right(commune: Agency, user: User, reason: str, *, by: User, now: datetime) -> SealedReader:
    """By the leader, to a person, with a reason; never by role."""
    today = localdate(now)
    _leads(commune, by, now)
    if user.agency is None or user.agency.commune_id != commune.pk or not user.is_active:
        raise RuleBroken(f"{user} không làm việc tại {commune.name_within}.")
    if not reason.strip():
        raise RuleBroken("Ghi vì sao người này cần xem đơn tố cáo.")
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    if may_read_sealed(user, commune, today=today):
        raise RuleBroken(f"{user} đã có quyền xem đơn tố cáo.")
    made = SealedReader.objects.create(commune=commune, user=user, reason=reason.strip(), given_by=by, since=today)
    record(SealedRightGiven(reader_id=made.pk, user_id=user.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def take_sealed_right(reader: SealedReader, *, by: User, now: datetime) -> None:
    """From now on; given and taken on one day, it never was in force after this moment."""
    _leads(reader.commune, by, now)
    held = SealedReader.objects.select_for_update().get(pk=reader.pk)
    if held.until is not None:
        raise RuleBroken("Quyền này đã thu hồi.")
    reader.until = localdate(now) - timedelta(days=1)
    reader.save(update_fields=["until"])
    record(SealedRightTaken(reader_id=reader.pk, user_id=reader.user_id), about=reader, by=by, at=now)


def _leads(commune: Agency, by: User, now: datetime) -> None:
    if str(Role.LEADER) not in by.roles_in(commune, today=localdate(now)):
        raise RuleBroken("Chỉ lãnh đạo xã cấp và thu hồi quyền xem đơn tố cáo.")


@transaction.atomic
def read_petition(petition: Petition, what: str, *, by: User, now: datetime) -> None:
    """A sealed petition is opened: without the right it does not exist; with it, the reading is logged. Others are free."""
    if not petition.is_sealed:
        return
    if not may_read_sealed(by, petition.commune, today=localdate(now)):
        raise NotThisOffice("Không có đơn này.")
    Petition.objects.select_for_update(no_key=True).get(pk=petition.pk)
    record(SealedPetitionRead(petition_id=petition.pk, what=what), about=petition, by=by, at=now)
