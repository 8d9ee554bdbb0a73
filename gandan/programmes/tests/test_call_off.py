"""A programme that has not begun is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.programmes import actions

from . import make

pytestmark = pytest.mark.django_db


def test_no_day_is_ruled_by_it() -> None:
    one = make.programme()
    actions.call_off(one, by=make.clerk(), now=make.MONDAY, reason="Chưa đủ người trực")
    assert not one.terms.exists()
    one.refresh_from_db()
    assert one.end_reason == "Chưa đủ người trực"
    assert Entry.objects.about(one).last().kind == "ProgrammeCalledOff"  # type: ignore[union-attr]  # it is there
    make.programme()


def test_once() -> None:
    one = make.programme()
    actions.call_off(one, by=make.clerk(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã hủy"):
        actions.call_off(one, by=make.clerk(), now=make.MONDAY)


def test_what_has_begun_is_switched_off_instead() -> None:
    one = make.programme()
    with pytest.raises(RuleBroken, match="Dừng chương trình"):
        actions.call_off(one, by=make.clerk(), now=make.MONDAY + timedelta(days=1))
