"""Contributors and prestigious people, and who came when they were invited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import GuestsNoted, NotableKept
from ..models import Guest, Notable, Occasion, OccasionKind


@dataclass(frozen=True, kw_only=True)
class NotableDetails:
    name: str
    kind: str
    about: str = ""
    hamlet: Hamlet | None = None
    is_listed: bool = True


@transaction.atomic
def keep_notable(
    commune: Agency, details: NotableDetails, *, by: User, now: datetime, notable: Notable | None = None
) -> Notable:
    """Put on the register, or changed there."""
    if details.hamlet and details.hamlet.commune_id != commune.pk:
        raise RuleBroken(f"{details.hamlet} không thuộc {commune.name_within}.")
    same = Notable.objects.filter(commune=commune, name=details.name, about=details.about)
    if same.exclude(pk=notable.pk if notable else 0).exists():
        raise RuleBroken(f"{details.name} đã có trong danh sách.")
    is_new, kept = notable is None, notable or Notable(commune=commune)
    for name, value in vars(details).items():
        setattr(kept, name, value)
    kept.save()
    record(NotableKept(notable_id=kept.pk), about=kept, by=by, at=now, is_first=is_new)
    return kept


@transaction.atomic
def note_guests(
    occasion: Occasion, invited: Collection[int], present: Collection[int], *, by: User, now: datetime
) -> None:  # fmt: skip
    """Who is invited and who came, by primary keys of notables; replaces what was noted before."""
    held = Occasion.objects.select_for_update().get(pk=occasion.pk)
    if held.kind != OccasionKind.YEARLY:
        raise RuleBroken("Danh sách mời chỉ dùng cho buổi gặp gỡ hằng năm.")
    known = set(Notable.objects.filter(commune=held.commune, pk__in=invited).values_list("pk", flat=True))
    if not set(present) <= known:
        raise RuleBroken("Người có mặt phải nằm trong danh sách mời.")
    Guest.objects.filter(occasion=held).exclude(notable__in=known).delete()
    Guest.objects.bulk_create(
        [Guest(occasion=held, notable_id=pk, is_present=pk in present) for pk in sorted(known)],
        update_conflicts=True, unique_fields=["occasion", "notable"], update_fields=["is_present"],
    )  # fmt: skip
    record(GuestsNoted(occasion_id=held.pk, invited=len(known), present=len(set(present))), about=held, by=by, at=now)
