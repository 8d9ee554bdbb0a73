"""A session ends with its result by content group."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.outreach import actions
from gandan.outreach.workflow import SessionStatus

from . import field

pytestmark = pytest.mark.django_db


def test_twelve_people_by_four_groups() -> None:
    session = field.session()
    actions.open_session(session, by=field.minh(), now=field.SATURDAY)
    for number in range(12):
        group = ["welfare", "land", "residence", "skills"][number % 4]
        came = field.recorded(f"k{number}", kind="support", group=group, support="advice")
        actions.merge_record(session, came, by=field.minh(), now=field.SATURDAY)
    groups = actions.close_session(session, result="Đông người", by=field.minh(), now=field.SATURDAY)

    session.refresh_from_db()
    assert groups == {"welfare": 3, "land": 3, "residence": 3, "skills": 3}
    assert (session.status, session.result) == (SessionStatus.CLOSED, "Đông người")
    assert Entry.objects.get(kind="SessionClosed").data["people"] == 12


def test_what_comes_in_after_the_end_still_counts() -> None:
    session = field.session()
    actions.open_session(session, by=field.minh(), now=field.SATURDAY)
    actions.close_session(session, result="", by=field.minh(), now=field.SATURDAY)
    came = field.recorded(kind="support", group="skills", support="bank")
    assert actions.merge_record(session, came, by=field.minh(), now=field.SATURDAY).problem == ""


def test_only_one_that_is_open() -> None:
    with pytest.raises(RuleBroken):
        actions.close_session(field.session(), result="", by=field.minh(), now=field.SATURDAY)
