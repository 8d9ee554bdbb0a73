"""Forty units: 36 sent by the evening before, 4 late; proposals counted; sent is frozen (S3.41)."""

from datetime import date
from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.measures.periods import Period
from gandan.replication import actions
from gandan.replication.half_year import period_report_data
from gandan.replication.models import PeriodReport
from gandan.reports.sealing import fingerprint

from . import make

pytestmark = pytest.mark.django_db
HALF = Period(date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026")
WORDS = actions.Words("Áp dụng 2 mô hình.", "Thiếu người.", ("Ngày không giấy",))


def call(**more: Any) -> actions.Call:
    known: dict[str, Any] = {"groups": ("communes",)}
    return actions.Call(title="Báo cáo 6 tháng", period=HALF, due_on=date(2026, 12, 25), **{**known, **more})


def test_it_works(clock: Any) -> None:
    """Pre-filled from what the unit applies; sent from the page."""
    make.commune()
    make.issued()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    report = PeriodReport.objects.get()
    hoa = make.signed_in(make.hoa())
    assert "Ngày thứ năm không hẹn" in hoa.get(f"/can-bo/van-ban-chi-dao/bao-cao/{report.pk}/").content.decode()
    told = {"results": "Áp dụng 1 mô hình.", "proposals": "Ngày không giấy\nTổ lưu động", "send": "1"}
    hoa.post(f"/can-bo/van-ban-chi-dao/bao-cao/{report.pk}/", told)
    report.refresh_from_db()
    assert report.data["counts"]["proposed"] == 2
    assert report.sha256 == fingerprint(report.data)
    assert make.signed_in(make.binh()).get(f"/can-bo/van-ban-chi-dao/bao-cao/{report.pk}/").status_code == 404


def test_36_in_time_and_4_late(clock: Any) -> None:
    wards = make.wards(40)
    made = actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    for number, ward in enumerate(wards):
        head = make.staff(f"lead{number}", "leader", agency=ward)
        when = make.moment("2026-12-24 23:58") if number < 36 else make.moment("2026-12-25 00:00")
        if number < 38:
            actions.send_report(made.reports.get(agency=ward), words=WORDS, by=head, now=when)
    clock.set("2026-12-26 08:00")
    assert PeriodReport.objects.late(clock.now).count() == 4
    page = make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/bao-cao/dot/{made.pk}/").content.decode()
    assert "38/40" in page
    assert page.count('<span class="late">chậm</span>') == 4


def test_frozen_when_sent() -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    report = PeriodReport.objects.get()
    actions.send_report(report, words=WORDS, by=make.hoa(), now=make.NOW)
    make.issued()
    assert period_report_data(report, make.at(3))["counts"]["applied"] == 0
    with pytest.raises(RuleBroken, match="đã gửi"):
        actions.send_report(report, words=WORDS, by=make.hoa(), now=make.at(1))


def test_not_for_another_unit_and_not_empty() -> None:
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    with pytest.raises(RuleBroken, match="kết quả"):
        actions.send_report(PeriodReport.objects.get(), words=actions.Words(), by=make.hoa(), now=make.NOW)
    with pytest.raises(NotThisOffice):
        actions.send_report(PeriodReport.objects.get(), words=WORDS, by=make.binh(), now=make.NOW)
