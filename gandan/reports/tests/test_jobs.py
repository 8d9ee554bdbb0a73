"""The clock keeps the period store: this month hourly, missing months at night."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from gandan.dossiers.tests import make
from gandan.measures.models import PeriodValue
from gandan.reports.jobs import missing_months, refresh_months, refresh_this_month

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    make.commune()
    monkeypatch.setattr(timezone, "now", lambda: make.moment(25, 10))


def months() -> set[date]:
    return set(PeriodValue.objects.values_list("period", flat=True))


def test_this_month() -> None:
    refresh_this_month(0)
    assert months() == {date(2026, 11, 1)}


def test_the_night_fills_the_year() -> None:
    refresh_months(0)
    assert len(months()) == 13
    assert missing_months(date(2026, 11, 25)) == []


def test_a_commune_that_does_not_work_with_us_is_left_out() -> None:
    other = make.commune("11132", "Xã Khác", "000.32.52.H24")
    other.is_serving = False
    other.save()
    refresh_this_month(0)
    assert not PeriodValue.objects.filter(agency=other).exists()


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("figures", "refresh", "--months", "2")
    assert months() == {date(2026, 10, 1), date(2026, 11, 1)}
    assert "2 tháng" in capsys.readouterr().out
