"""Leaflets to every household: a round per hamlet, households not reached by name, scans of its QR (S3.12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.crypto import get_random_string

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Hamlet

from ..events import LeafletsDelivered, LeafletsPlanned
from ..models import LeafletRound, ListedPerson, Listing
from .lists import open_list

KEY_LENGTH = 20


@transaction.atomic
def plan_leaflets(listing: Listing, hamlet: Hamlet, *, households: int, by: User, now: datetime) -> LeafletRound:
    """How many households a hamlet has; its leaflets carry a QR of their own."""
    locked = open_list(listing)
    if not locked.is_of_households:
        raise RuleBroken("Danh sách này không phải đợt phát tờ hướng dẫn.")
    if hamlet.commune_id != locked.commune_id or households < 1:
        raise RuleBroken("Xin chọn khu dân cư và ghi số hộ.")
    if locked.rounds.filter(hamlet=hamlet).exists():
        raise RuleBroken(f"{hamlet} đã có trong đợt này.")
    made = LeafletRound.objects.create(
        listing=locked, hamlet=hamlet, households=households, key=get_random_string(KEY_LENGTH), at=now
    )
    event = LeafletsPlanned(listing_id=locked.pk, round_id=made.pk, households=households)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def deliver_leaflets(given: LeafletRound, *, delivered: int, missed: Sequence[str], by: User, now: datetime) -> None:
    """Delivered and missed make all households; every missed one is named, so that somebody goes again."""
    listing = open_list(given.listing)
    locked = LeafletRound.objects.select_for_update(of=("self",)).select_related("hamlet").get(pk=given.pk)
    names = list(dict.fromkeys(name for line in missed if (name := " ".join(line.split())[:120])))
    left = locked.households - delivered
    if not 0 <= delivered <= locked.households:
        raise RuleBroken(f"{locked.hamlet} có {locked.households} hộ. Xin xem lại số đã phát.")
    if len(names) != left:
        raise RuleBroken(f"Còn {left} hộ chưa phát, danh sách ghi {len(names)} hộ. Mỗi dòng một hộ, đủ {left} hộ.")
    LeafletRound.objects.filter(pk=locked.pk).update(delivered=delivered)
    listing.people.filter(hamlet=locked.hamlet, status="found").delete()
    ListedPerson.objects.bulk_create(
        ListedPerson(
            listing=listing, hamlet=locked.hamlet, hamlet_name=locked.hamlet.name, name=name, folded=fold(name)[:120],
            head_name=locked.hamlet.head_name, matter="Chưa nhận tờ hướng dẫn", changed_at=now,
        )
        for name in names
    )  # fmt: skip
    event = LeafletsDelivered(listing_id=listing.pk, round_id=locked.pk, delivered=delivered, missed=left)
    record(event, about=locked, by=by, at=now)


@transaction.atomic
def count_scan(given: LeafletRound) -> None:
    """Somebody opened the address on the leaflet. A count only: no trace of who."""
    LeafletRound.objects.filter(pk=given.pk).update(scans=F("scans") + 1)
