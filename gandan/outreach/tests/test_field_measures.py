"""The figures of sessions and visits."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.dossiers.tests import make
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from gandan.outreach import actions

from . import field
from .test_complete_visit import brought

pytestmark = pytest.mark.django_db


def _scope() -> Scope:
    return Scope((make.commune().pk,), date(2026, 11, 23), date(2026, 11, 30), make.moment(30, 8))


def test_sessions_people_and_dossiers() -> None:
    make.version()
    session = field.session()
    actions.open_session(session, by=field.minh(), now=field.SATURDAY)
    actions.merge_record(session, field.recorded("ban-ghi-1"), by=field.minh(), now=field.SATURDAY)
    skill = field.recorded("ban-ghi-2", kind="support", group="skills", support="vneid")
    actions.merge_record(session, skill, by=field.minh(), now=field.SATURDAY)
    told = {
        name: measure_named(name).figure(_scope()).value
        for name in ("sessions_held", "session_people", "session_dossiers")
    }
    assert told == {"sessions_held": 1, "session_people": 2, "session_dossiers": 1}
    groups = measure_named("session_people").group(_scope(), "content")
    assert {str(key): figure.value for key, figure in groups} == {"residence": 1, "skills": 1}


def test_both_legs_at_home() -> None:
    second, _ = brought()
    done = actions.Done(recipient="Hiền", photo=make.photo(), fee=8000, fee_receipt="BL-1")
    actions.complete_visit(second, done=done, by=field.minh(), now=make.moment(25, 9))
    told = {
        name: measure_named(name).figure(_scope()).value
        for name in ("home_visits", "home_received", "home_visits_both_legs", "home_fees")
    }
    assert told == {"home_visits": 2, "home_received": 1, "home_visits_both_legs": 1, "home_fees": 8000}
