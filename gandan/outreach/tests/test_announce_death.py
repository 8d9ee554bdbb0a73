"""A death told at 20:00 is a visit at once (S0.36)."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make
from gandan.journal.models import Entry
from gandan.outreach import actions
from gandan.outreach.models import Group, Purpose
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_at_eight_in_the_evening() -> None:
    at = make.moment(23, 20)
    told = field.asked(purpose="notice", name="Gia đình ông Nguyễn Văn Bảy", asked_by="Tổ trưởng")
    made = actions.announce_death(make.commune(), told, by=field.minh(), now=at)
    assert (made.purpose, made.group, made.status, made.planned_for) == (
        Purpose.NOTICE, Group.BEREAVED, VisitStatus.SCHEDULED, at,
    )  # fmt: skip
    assert Entry.objects.filter(kind="DeathAnnounced").count() == 1
    actions.complete_visit(made, done=actions.Done(recipient="Con trai"), by=field.minh(), now=make.moment(23, 22))
    assert made.status == VisitStatus.DONE
