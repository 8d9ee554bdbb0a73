"""Small marks: who has seen a dossier, how the citizen rates it, whose reception is overdue."""

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.people.models import User

from ..events import DossierRated, ReceptionOverdue
from ..models import Dossier, Rating, Seen
from ..workflow import Status
from .working import lock


@transaction.atomic
def see(dossier: Dossier, *, by: User, now: datetime) -> None:
    """What changed until now is read by this person."""
    Seen.objects.update_or_create(dossier=dossier, user=by, defaults={"at": now})


@transaction.atomic
def rate(dossier: Dossier, *, stars: int, now: datetime, words: str = "") -> None:
    """The citizen says how it went, once, after the result was returned."""
    if dossier.status != Status.RETURNED:
        raise RuleBroken("Ông/bà đánh giá được sau khi nhận kết quả.")
    if not 1 <= stars <= 5:
        raise RuleBroken("Xin chọn từ 1 đến 5 sao.")
    _, is_new = Rating.objects.get_or_create(
        dossier=dossier, defaults={"stars": stars, "words": words[:1000], "at": now}
    )
    if not is_new:
        raise RuleBroken("Hồ sơ này đã được đánh giá. Cảm ơn ông/bà.")
    record(DossierRated(dossier_id=dossier.pk, stars=stars), about=dossier, by=None, at=now)


@transaction.atomic
def warn_unreceived(dossier: Dossier, *, now: datetime) -> None:
    """Neither accepted nor returned within eight working hours (NĐ 118/2025, Điều 17, khoản 2, điểm c): told once."""
    lock(dossier)
    dossier.refresh_from_db(fields=["status", "receive_by"])
    if dossier.status != Status.REGISTERED or dossier.receive_by is None or now <= dossier.receive_by:
        raise RuleBroken(f"{dossier} chưa quá hạn tiếp nhận.")
    if not Entry.objects.about(dossier).filter(kind=ReceptionOverdue.__name__).exists():
        record(ReceptionOverdue(dossier_id=dossier.pk, receive_by=dossier.receive_by), about=dossier, at=now)
