"""What the calendars lack. Reads only."""

from __future__ import annotations

from datetime import date

from gandan.measures.periods import following_month
from gandan.places.models import Agency

from .models import Occasion, OccasionKind
from .workflow import OccasionStatus


def has_calendar(commune: Agency, month: date) -> bool:
    """Is a reception of the month (its first day) public?"""
    rows = Occasion.objects.of(commune).between(month, following_month(month))
    shown = (OccasionStatus.PUBLISHED, OccasionStatus.HELD)
    return rows.filter(kind=OccasionKind.RECEPTION, status__in=shown, published_at__isnull=False).exists()
