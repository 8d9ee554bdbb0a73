"""A call for reports with a strict deadline (S3.41, A33)."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions
from gandan.replication.models import ReportRound

from . import make
from .test_send_report import call

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.wards(3)
    told = {
        "title": "Báo cáo 6 tháng",
        "start": "01/07/2026",
        "end": "31/12/2026",
        "due_on": "25/12/2026",
        "groups": ["communes"],
    }
    assert make.signed_in(make.hien()).post("/lanh-dao/van-ban-chi-dao/bao-cao/moi/", told).status_code == 302
    made = ReportRound.objects.get()
    assert made.reports.count() == 3
    assert f"{made.due_at:%d/%m %H:%M}" == "24/12 16:59"  # 23:59 in Việt Nam


def test_a_day_gone_by_is_refused() -> None:
    make.commune()
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.moment("2026-12-25 00:00"))


def test_nobody_to_report_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Chưa có đơn vị"):
        actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
