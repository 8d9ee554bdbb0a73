"""Makers of what is collected: a box, a source, a street with households."""

from __future__ import annotations

from datetime import date

from gandan.feedback import actions
from gandan.feedback.models import BoxOpening, Household, OpinionBox, Street, StreetRound, WeeklySource

from . import make


def box(place: str = "Trụ sở UBND xã") -> OpinionBox:
    facts = actions.BoxFacts(place, installed_on=date(2026, 3, 1))
    return actions.keep_box(make.commune(), facts, by=make.hoa(), now=make.NOW)


def opening(letters: int = 3) -> BoxOpening:
    minutes = actions.Minutes("Đỗ Văn Chứng", letters, make.photo())
    return actions.open_box(box(), minutes, by=make.minh(), now=make.NOW)


def source(name: str = "Hội Phụ nữ") -> WeeklySource:
    return actions.keep_source(make.commune(), actions.SourceFacts(name), by=make.hoa(), now=make.NOW)


def street(name: str = "Đường Trần Phú") -> Street:
    return actions.keep_street(make.commune(), actions.StreetFacts(name), by=make.hoa(), now=make.NOW)


def household(of: Street, number: str = "12") -> Household:
    facts = actions.HouseholdFacts(number, f"Quán {number}", "ăn uống", "Bà Tư")
    return actions.keep_household(of, facts, by=make.minh(), now=make.NOW)


def a_round(of: Street) -> StreetRound:
    return actions.begin_round(of, "households", by=make.minh(), now=make.NOW)
