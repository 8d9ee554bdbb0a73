"""What was written so far is kept."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.replication import actions
from gandan.replication.models import PeriodReport

from . import make
from .test_send_report import WORDS, call

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    report = PeriodReport.objects.get()
    make.signed_in(make.hoa()).post(f"/can-bo/van-ban-chi-dao/bao-cao/{report.pk}/", {"results": "Đang làm."})
    report.refresh_from_db()
    assert (report.results, report.status_label()) == ("Đang làm.", "Đang lập")


def test_not_after_it_was_sent() -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    report = PeriodReport.objects.get()
    actions.send_report(report, words=WORDS, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã gửi"):
        actions.fill_report(report, words=WORDS, by=make.hoa(), now=make.NOW)
