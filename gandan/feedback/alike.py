"""Has it been reported already? What lies near, and what says the same. Reads only; the rule itself is pure."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet

from gandan.core.vietnamese import fold
from gandan.dossiers.photos import Position
from gandan.places.models import Agency

from .models import Feedback
from .workflow import ANSWERED

METRES_A_DEGREE = 111_320
SAME_METRES, SAME_HOURS = 30, 2
NEAR_METRES, ALIKE_NEAR, ALIKE_FAR = 300, 0.35, 0.55
MOST, ASKED_FOR, LONG_AGO = 5, 60, timedelta(days=7)
LITTLE = (
    "bi co va la o tai cua cho cac nhung rat qua da dang duoc khong nha toi xin xa thon duong de nghi ca nay voi thi"
)
STOP = frozenset(LITTLE.split())


@dataclass(frozen=True)
class Alike:
    """A known report beside a new one. `metres` None: one of them has no position. `likeness` 0 to 1."""

    feedback: Feedback
    metres: int | None
    likeness: float
    is_same: bool


def metres_between(one: Position, other: Position) -> float:
    """On the ground, good for a few kilometres."""
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return math.hypot(one.latitude - other.latitude, east) * METRES_A_DEGREE


def likeness(one: str, other: str) -> float:
    """Share of words without marks that both texts have (Dice), 0 to 1; little words do not count."""
    first, second = _words(one), _words(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{2,}", fold(text))) - STOP


def is_same(metres: float | None, hours: float, alike: float, *, is_same_category: bool) -> bool:
    """Within 30 m: told within two hours, of the same category, or in like words. Further off the words must agree more."""
    if metres is None:
        return alike >= ALIKE_FAR
    if metres <= SAME_METRES:
        return hours <= SAME_HOURS or is_same_category or alike >= ALIKE_NEAR / 2
    return metres <= NEAR_METRES and alike >= ALIKE_NEAR


def near(commune: Agency, position: Position, now: datetime) -> list[Alike]:
    """What was reported within 300 m and is open, or was answered this week: nearest first, at most five. One statement."""
    recent = Q(status__in=ANSWERED, answered_at__gte=now - LONG_AGO, is_public=True)
    rows = _around(Feedback.objects.of(commune), position).filter(Q(pk__in=_open(commune)) | recent)
    found = [_compared(one, "", "", position, now) for one in rows.order_by("-received_at")[:ASKED_FOR]]
    close = [one for one in found if one.metres is not None and one.metres <= NEAR_METRES]
    return sorted(close, key=lambda one: one.metres or 0)[:MOST]


def alike(commune: Agency, text: str, category: str, position: Position | None, now: datetime) -> list[Alike]:
    """Open reports that are likely the same matter, likeliest first, at most five. One or two statements."""
    rows = {one.pk: one for one in _like_words(commune, text)}
    if position:
        rows |= {one.pk: one for one in _around(_open(commune), position).order_by("-received_at")[:ASKED_FOR]}
    found = [_compared(one, text, category, position, now) for one in rows.values()]
    same = [one for one in found if one.is_same]
    return sorted(same, key=lambda one: (-one.likeness, one.metres or 0))[:MOST]


def _open(commune: Agency) -> QuerySet[Feedback]:
    """Not those about a dossier: they are nobody else's business."""
    return Feedback.objects.of(commune).still_open().filter(dossier__isnull=True)


def _around(rows: QuerySet[Feedback], position: Position) -> QuerySet[Feedback]:
    tall = NEAR_METRES / METRES_A_DEGREE
    broad = tall / math.cos(math.radians(position.latitude))
    return rows.filter(
        latitude__range=(position.latitude - tall, position.latitude + tall),
        longitude__range=(position.longitude - broad, position.longitude + broad),
    )  # fmt: skip


def _like_words(commune: Agency, text: str) -> list[Feedback]:
    words = " ".join(sorted(_words(text)))[:200]
    if not words:
        return []
    rows = _open(commune).filter(search__trigram_word_similar=words)
    return list(rows.annotate(like=TrigramWordSimilarity(words, "search")).order_by("-like")[:ASKED_FOR])


def _compared(one: Feedback, text: str, category: str, position: Position | None, now: datetime) -> Alike:
    there = Position.of(one.latitude, one.longitude)
    metres = metres_between(position, there) if position and there else None
    hours, alike_by = (now - one.received_at) / timedelta(hours=1), likeness(text, one.text)
    same = is_same(metres, hours, alike_by, is_same_category=bool(category) and one.known_category.code == category)
    return Alike(one, None if metres is None else round(metres), alike_by, same)
