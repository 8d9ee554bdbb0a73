"""Dossiers received outside office hours under a commune's extra hours: the mark, and their share (S3.18, S3.36).

The kind itself is declared by booking, whose hours it steers. The clock of the law does not move (A03).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localtime

from gandan.booking.programmes import EXTRA_HOURS
from gandan.hall.hours import is_out_of_hours
from gandan.measures.measure import Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope
from gandan.programmes.kinds import Running

from ..marking import mark, marks
from ..measures import KEYS, RECEIVED
from ..models import Channel, Dossier, UnderProgramme

AT_THE_CENTRE = (Channel.COUNTER, Channel.POST)


@marks(EXTRA_HOURS)
def under_extra_hours(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    """Received by people, inside one of the windows and outside the office sessions of the day."""
    clock = localtime(now)
    is_inside = any(one.covers(clock.weekday(), clock.time()) for one in rule.values["windows"])
    if dossier.channel not in AT_THE_CENTRE or not is_inside or not is_out_of_hours(dossier.agency, now):
        return None
    return mark(dossier, rule, now)


def _received(scope: Scope) -> QuerySet[Any]:
    marked = UnderProgramme.objects.filter(dossier=OuterRef("pk"), kind=EXTRA_HOURS)
    told: QuerySet[Any] = RECEIVED.rows(scope).annotate(is_extra=Exists(marked))
    return told


EXTRA = RowSet("received_extra", _received, "received_at", KEYS)

OUT_OF_HOURS_SHARE = Measure(
    name="out_of_hours_share", label="Tỷ lệ tiếp nhận ngoài giờ", unit="%", of=EXTRA,
    reckoning=Share(Q(is_extra=True)),
    formula="Hồ sơ tiếp nhận trong khung giờ ngoài giờ hành chính, chia cho hồ sơ tiếp nhận trong kỳ.",
    source="Công văn 554/UBND-CCHC, 09/4/2019, mục 2.1",
)  # fmt: skip
OUT_OF_HOURS = Measure(
    name="out_of_hours", label="Hồ sơ tiếp nhận ngoài giờ", unit="hồ sơ", of=EXTRA, better="up",
    reckoning=Counting(Q(is_extra=True)),
    formula="Số hồ sơ tiếp nhận trong khung giờ ngoài giờ hành chính của chương trình.",
    source="Công văn 554/UBND-CCHC, 09/4/2019, mục 2.1",
)  # fmt: skip
declare(OUT_OF_HOURS, OUT_OF_HOURS_SHARE)
