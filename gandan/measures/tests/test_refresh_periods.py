"""The period store: one measure of the test's own rows, two statements a month, missing stays missing."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.measures.actions import refresh_periods
from gandan.measures.models import PeriodValue
from gandan.measures.registry import all_measures, declare, measure_named

pytestmark = pytest.mark.django_db
NOW = make.moment(25, 10)
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def test_it_works() -> None:
    one, other = make.commune(), make.commune("11132", "Xã Khác", "000.32.52.H24")
    make.dossier("returned")

    refresh_periods([one, other], months=[OCTOBER, NOVEMBER], now=NOW)

    found = PeriodValue.objects.of_months([NOVEMBER])
    assert found.get(agency=one, measure="settled").value == 1
    assert found.get(agency=one, measure="on_time_rate").value == 100
    assert found.get(agency=other, measure="settled").value == 0
    assert found.get(agency=other, measure="on_time_rate").value is None
    assert found.filter(agency=one).count() == len(all_measures())


def test_again_replaces_and_a_past_month_keeps_its_last_state() -> None:
    one = make.commune()
    refresh_periods([one], months=[NOVEMBER], now=NOW)
    make.dossier("settled")
    Dossier.objects.update(settled_at=make.moment(24, 9), outcome="late")

    refresh_periods([one], months=[NOVEMBER], now=datetime(2026, 12, 2, 1, tzinfo=make.VIETNAM))

    assert PeriodValue.objects.get(measure="late").value == 1
    assert PeriodValue.objects.get(measure="running_late").computed_at == NOW


def test_a_province_takes_two_statements_a_month() -> None:
    communes = [make.commune(str(code), f"Xã {code}", f"000.{code}.H24") for code in range(11131, 11141)]
    with CaptureQueriesContext(connection) as seen:
        refresh_periods(communes, months=[NOVEMBER], now=NOW)
    assert len([query for query in seen if "SAVEPOINT" not in query["sql"]]) == 2


def test_a_name_is_declared_once() -> None:
    with pytest.raises(ValueError, match="settled"):
        declare(measure_named("settled"))
