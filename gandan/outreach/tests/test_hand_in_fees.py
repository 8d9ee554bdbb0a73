"""Fees collected = receipts = handed in (S3.27)."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.models import HomeVisit
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def run() -> list[HomeVisit]:
    """A run of five: four at 8.000 đ, one absent."""
    visits = [field.planned(purpose="notice", name=f"Nhà {number}") for number in range(5)]
    for number, one in enumerate(visits[:4]):
        done = actions.Done(recipient=one.name, fee=8000, fee_receipt=f"BL-{number}")
        actions.complete_visit(one, done=done, by=field.minh(), now=make.moment(24, 10))
    actions.miss_visit(visits[4], note="Đến 10 giờ, hẹn chiều thứ Tư", by=field.minh(), now=make.moment(24, 10))
    return visits


def test_four_delivered_one_absent_and_32000_handed_in() -> None:
    visits = run()
    assert (
        actions.hand_in_fees(field.minh(), visits[:4], counted=32000, by=field.minh(), now=make.moment(24, 16)) == 32000
    )
    assert visits[4].status == VisitStatus.NOT_MET
    assert HomeVisit.objects.filter(fee_handed_in_at__isnull=False).count() == 4
    with pytest.raises(RuleBroken, match="đã nộp rồi"):
        actions.hand_in_fees(field.minh(), visits[:4], counted=32000, by=field.minh(), now=make.moment(24, 16))


def test_the_sum_must_be_right() -> None:
    visits = run()
    with pytest.raises(RuleBroken, match="lệch"):
        actions.hand_in_fees(field.minh(), visits[:4], counted=30000, by=field.minh(), now=make.moment(24, 16))
