"""Screens: set up, changed, put out of use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import ScreenKept
from ..models import Screen
from ..schedule import open_hours


@dataclass(frozen=True)
class ScreenDraft:
    name: str
    place: str = ""
    opens_at: time = time(6)
    closes_at: time = time(22)
    is_used: bool = True


@transaction.atomic
def keep_screen(agency: Agency, draft: ScreenDraft, *, screen: Screen | None = None, by: User, now: datetime) -> Screen:
    """Set up a screen, or change one. Its key, and so its address, stays."""
    if not draft.name.strip():
        raise RuleBroken("Xin ghi tên màn hình.")
    if not open_hours(draft.opens_at, draft.closes_at):
        raise RuleBroken("Giờ tắt phải sau giờ mở ít nhất một giờ tròn.")
    same = Screen.objects.filter(agency=agency, name=draft.name.strip())
    if screen is not None:
        same = same.exclude(pk=screen.pk)
    if same.exists():
        raise RuleBroken(f"Đã có màn hình tên “{draft.name.strip()}”. Chọn tên khác.")
    screen = screen or Screen(agency=agency)
    screen.name, screen.place = draft.name.strip()[:80], draft.place.strip()[:160]
    screen.opens_at, screen.closes_at, screen.is_used = draft.opens_at, draft.closes_at, draft.is_used
    screen.save()
    record(ScreenKept(screen_id=screen.pk, agency_id=agency.pk), about=screen, by=by, at=now)
    return screen
