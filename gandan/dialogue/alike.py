"""Petitions that seem to be about the same matter by the same people. Reads only; sealed texts are compared in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from gandan.core.vietnamese import fold

from .models import Petition, PetitionQuerySet

WORTH_A_LOOK = 75
SAME_SENDER = 15
"""Added when name or telephone agree."""
LOOK_BACK = timedelta(days=730)
MOST = 1500


@dataclass(frozen=True)
class Alike:
    petition: Petition
    percent: int
    is_same_sender: bool


def alike(one: Petition, among: PetitionQuerySet) -> list[Alike]:
    """Up to five of `among` (what the reader may see), the most alike first."""
    rows = among.filter(commune=one.commune_id, received_at__gte=one.received_at - LOOK_BACK).exclude(pk=one.pk)
    found = [_compare(one, other) for other in rows.order_by("-received_at")[:MOST]]
    worth = [row for row in found if row.percent >= WORTH_A_LOOK]
    return sorted(worth, key=lambda row: (-row.percent, -row.petition.pk))[:5]


def _compare(one: Petition, other: Petition) -> Alike:
    is_same = _is_same_sender(one, other)
    words = fuzz.token_set_ratio(_words(one), _words(other))
    return Alike(other, min(100, int(words) + (SAME_SENDER if is_same else 0)), is_same)


def _words(one: Petition) -> str:
    return fold(f"{one.subject} {one.content}"[:1500])


def _is_same_sender(one: Petition, other: Petition) -> bool:
    if one.phone and one.phone == other.phone:
        return True
    return bool(one.name.strip()) and fold(one.name) == fold(other.name)
