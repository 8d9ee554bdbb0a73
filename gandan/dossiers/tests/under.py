"""Programmes of xã Chí Minh for the stories, switched on the week before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

from . import make

WEEK_BEFORE = datetime(2026, 11, 16, 8, 0, tzinfo=make.VIETNAM)
MONDAY_BEFORE = date(2026, 11, 16)
LEAFLET = "Cho bé bú mẹ hoàn toàn trong 6 tháng đầu.\nĐưa bé đi tiêm chủng đúng lịch."


def programme(kind: str, *, since: date = MONDAY_BEFORE, **parameters: Any) -> Programme:
    """Of the birth procedure unless `procedures` says otherwise."""
    values = {"procedures": [make.PROCEDURE], **parameters}
    switch = Switch(kind=kind, agency=make.commune(), name=f"Mô hình {kind}", parameters=values, since=since)
    return switch_on(switch, by=None, now=WEEK_BEFORE)


def one_copy(**parameters: Any) -> Programme:
    return programme("one_copy", **parameters)


def home_return(**parameters: Any) -> Programme:
    """As “3 Hơn”: families of a newborn, letter and leaflet; and who is disabled, on request."""
    values = {
        "groups": ["newborn", "disabled"], "letter": ["birth", "marriage"], "leaflet": LEAFLET,
        "companions": "Trưởng Trạm Y tế, Trưởng khu vực",
    }  # fmt: skip
    return programme("home_return", **{**values, **parameters})
