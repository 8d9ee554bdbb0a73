"""Nobody came: the clock says so after the slot; what the office left unassigned is the office's fault."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions, jobs
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken

pytestmark = pytest.mark.django_db
AFTER = make.moment(24, 12, 40)


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    one = make.appointment(make.programme({**make.PHUONG_4, "needs_leader": False}))
    jobs.close_passed_at(AFTER)
    assert make.fresh(one).status == Status.ABSENT

    monkeypatch.setattr("django.utils.timezone.now", lambda: AFTER)
    client.force_login(make.officer())
    assert one.name in client.get(reverse("booking:absent")).content.decode()


def test_never_assigned_is_cancelled_with_the_offices_reason() -> None:
    one = make.appointment()
    with pytest.raises(RuleBroken, match="chưa được phân công"):
        actions.mark_absent(one, by=None, now=AFTER)
    jobs.close_passed_at(AFTER)
    kept = make.fresh(one)
    assert (kept.status, kept.reason) == (Status.CANCELLED, jobs.NOT_ASSIGNED)


def test_not_before_the_end_of_the_slot() -> None:
    one = make.appointment(make.programme({**make.PHUONG_4, "needs_leader": False}))
    with pytest.raises(RuleBroken, match="Chưa hết giờ hẹn, 12:30"):
        actions.mark_absent(one, by=None, now=make.moment(24, 12, 20))
