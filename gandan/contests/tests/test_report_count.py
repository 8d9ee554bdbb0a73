"""What nothing measures is reported with evidence."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Pledge
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def running(kind: str = "report") -> Pledge:
    campaign = make.campaign()
    promise = actions.Promise("Buổi tuyên truyền", 4, kind, "" if kind == "report" else "on_time_rate")
    one = actions.pledge(campaign, promise, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    return Pledge.objects.get(pk=one.pk)


def test_it_works(client: Client) -> None:
    one = running()
    client.force_login(make.hoa())
    client.post(f"/can-bo/thi-dua/dang-ky/{one.pk}/ket-qua/", {"value": "5", "evidence": "BC 12"})
    one.refresh_from_db()
    assert (one.result, one.evidence) == (5, "BC 12")


def test_evidence_is_needed() -> None:
    with pytest.raises(RuleBroken, match="minh chứng"):
        actions.report_count(running(), value=5, evidence=" ", by=make.hoa(), now=make.MONDAY)


def test_a_measure_is_not_reported() -> None:
    with pytest.raises(RuleBroken, match="đo từ số liệu"):
        actions.report_count(running("measure"), value=100, evidence="x", by=make.hoa(), now=make.MONDAY)
