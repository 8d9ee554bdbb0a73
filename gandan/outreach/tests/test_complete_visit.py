"""Both legs: taken in at home, brought home, counted under the group."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossier_actions
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.outreach import actions
from gandan.outreach.models import HomeVisit, Purpose
from gandan.outreach.workflow import VisitStatus

from . import field
from .test_collect import TAKEN

pytestmark = pytest.mark.django_db


def brought() -> tuple[HomeVisit, Dossier]:
    """Taken in at home on Tuesday, approved, and the visit that brings the result planned for Wednesday."""
    make.version()
    first = field.planned()
    dossier = actions.collect(first, taken=TAKEN, by=field.minh(), now=make.moment(24, 9))
    actions.complete_visit(first, done=actions.Done(is_verified=True), by=field.minh(), now=make.moment(24, 10))
    dossier_actions.hand_over(dossier, by=field.minh(), now=make.moment(24, 11))
    dossier = Dossier.objects.select_related("version__procedure", "agency", "commune").get(pk=dossier.pk)
    make._approve(dossier, make.moment(24, 16))
    second = actions.plan_return(Dossier.objects.get(pk=dossier.pk), now=make.moment(24, 16))
    assert second is not None
    plan = actions.VisitPlan(make.moment(25, 9), field.minh())
    actions.schedule_visit(second, plan=plan, by=field.minh(), now=make.moment(24, 17))
    return second, dossier


def test_one_received_and_one_returned_at_home() -> None:
    second, dossier = brought()
    assert (second.purpose, second.group, second.is_verified) == (Purpose.RETURN, "disabled", True)
    done = actions.Done(recipient="Phạm Thị Hiền", photo=make.photo())
    actions.complete_visit(second, done=done, by=field.minh(), now=make.moment(25, 9))

    dossier.refresh_from_db()
    assert (dossier.status, second.status, second.has_returned) == (Status.RETURNED, VisitStatus.DONE, True)
    visits = HomeVisit.objects.filter(group="disabled")
    assert (visits.filter(has_collected=True).count(), visits.filter(has_returned=True).count()) == (1, 1)


def test_a_result_needs_a_recipient_and_a_proof() -> None:
    second, _ = brought()
    with pytest.raises(RuleBroken, match="chữ ký hoặc ảnh"):
        actions.complete_visit(second, done=actions.Done(recipient="Hiền"), by=field.minh(), now=make.moment(25, 9))


def test_nothing_collected_is_not_done() -> None:
    with pytest.raises(RuleBroken, match="Chưa nhận hồ sơ"):
        actions.complete_visit(field.planned(), done=actions.Done(), by=field.minh(), now=make.moment(24, 9))


def test_money_needs_its_receipt() -> None:
    with pytest.raises(RuleBroken, match="số biên lai"):
        actions.complete_visit(
            field.planned(purpose="notice"), done=actions.Done(fee=8000), by=field.minh(), now=make.moment(24, 9)
        )
