"""Small marks: who has seen a dossier, how the citizen rates it."""

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import DossierRated
from ..models import Dossier, Rating, Seen
from ..workflow import Status


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
