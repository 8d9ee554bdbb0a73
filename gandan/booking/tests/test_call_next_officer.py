"""Nobody accepts: after ten minutes the next one of the roster is called."""

from __future__ import annotations

import pytest

from gandan.booking import actions, jobs
from gandan.booking.actions.on_call import Asking
from gandan.booking.models import DeathCall
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
NIGHT = make.moment(29, 2, 15)


def asked() -> DeathCall:
    make.officer(), make.leader()
    make.on_call()
    return actions.ask_death_papers(people.commune(), Asking(name="Sửu", phone=make.PHONE), by=None, now=NIGHT)


def test_it_works() -> None:
    call = asked()
    jobs.escalate_at(make.moment(29, 2, 24))
    call.refresh_from_db()
    assert call.calls == 1
    jobs.escalate_at(make.moment(29, 2, 25))
    call.refresh_from_db()
    assert (call.calls, call.officer) == (2, make.leader())


def test_nobody_is_called_once_it_is_accepted() -> None:
    call = asked()
    actions.accept_death_call(call, by=make.officer(), now=make.moment(29, 2, 20))
    jobs.escalate_at(make.moment(29, 2, 50))
    with pytest.raises(RuleBroken, match="đã nhận"):
        actions.call_next_officer(call, by=None, now=make.moment(29, 2, 51))
