"""A record given up, with the reason."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    kept = actions.merge_record(field.session(), field.recorded(), by=field.minh(), now=field.SATURDAY)
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.set_aside_record(kept, reason=" ", by=field.minh(), now=field.SATURDAY)
    actions.set_aside_record(kept, reason="Đã nộp tại quầy", by=field.minh(), now=field.SATURDAY)
    kept.refresh_from_db()
    assert (kept.problem, kept.aside) == ("", "Đã nộp tại quầy")
