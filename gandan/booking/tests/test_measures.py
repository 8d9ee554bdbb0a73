"""Kept appointments, waiting after the hour, calls answered, advice by field."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.booking import actions
from gandan.booking.tests import make
from gandan.measures.registry import figures, table
from gandan.measures.scope import Scope
from gandan.people.tests import make as people

from .test_call_next_officer import asked
from .test_note_advice import talk

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    held = make.programme({**make.PHUONG_4, "needs_leader": False})
    for number, at in enumerate((make.moment(24, 6), make.moment(24, 12), make.moment(24, 17), make.moment(25, 6))):
        one = make.appointment(held, at, phone=f"091234511{number}")
        if number < 3:
            actions.close_appointment(one, by=make.officer(), now=at + timedelta(minutes=20))
        else:
            actions.mark_absent(one, by=None, now=at + timedelta(hours=1))
    call = asked()
    actions.accept_death_call(call, by=make.officer(), now=make.moment(29, 2, 20))
    actions.note_advice(people.commune(), talk(), by=make.officer(), now=make.moment(24, 9))
    scope = Scope((people.commune().pk,), make.day(1), make.day(30), make.moment(30, 23))
    names = (
        "appointments_served",
        "out_of_hours_served",
        "appointments_kept_rate",
        "appointment_wait",
        "death_calls_answered",
    )

    told = {name: figure.value for name, figure in figures(scope, *names).items()}

    assert told == {
        "appointments_served": 3, "out_of_hours_served": 3, "appointments_kept_rate": 75, "appointment_wait": None,
        "death_calls_answered": 100,
    }  # fmt: skip
    assert [(row.key, row.figures["advice_given"].value) for row in table(scope, "advice_given", by="field")] == [
        ("Thừa kế", 1)
    ]
