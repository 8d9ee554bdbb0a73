"""Figures by commune and week, of some procedures and weekdays of reception: what the effect of a model is reckoned from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.catalog.models import ProcedureVersion
from gandan.dossiers.models import Dossier
from gandan.measures.measure import Ask, answer
from gandan.measures.registry import figures, measure_named
from gandan.measures.scope import Scope
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db
NOW = make.moment(25, 10)


def settled(at: datetime, *, minutes: int, received: datetime | None = None, of: ProcedureVersion, **more: Any) -> None:
    dossier = make.dossier(of=of, **more)
    facts = {"settled_at": at, "received_at": received or at, "working_minutes": minutes, "status": "settled"}
    Dossier.objects.filter(pk=dossier.pk).update(**facts)


def scope(*communes: Agency, **more: Any) -> Scope:
    return Scope(tuple(one.pk for one in communes), date(2026, 11, 2), date(2026, 11, 22), NOW, **more)


def test_by_commune_and_week_in_one_statement() -> None:
    commune, version = make.commune(), make.version()
    other = make.commune("11140", "Xã Tứ Kỳ", "000.41.52.H24")
    settled(make.moment(3, 9), minutes=60, of=version)
    settled(make.moment(8, 23), minutes=180, of=version)
    settled(make.moment(9, 0), minutes=240, of=version)
    measures = (measure_named("processing_hours"), measure_named("settled"))
    with CaptureQueriesContext(connection) as asked:
        (rows,) = answer(Ask(scope(commune, other), measures, "agency", "week"))
    assert len(asked) == 1
    found = {(row.key, row.label): row.figures for row in rows}
    assert set(found) == {("11131", "2026-11-02"), ("11131", "2026-11-09")}, "weeks begin on Monday, Vietnamese time"
    assert found["11131", "2026-11-02"]["processing_hours"].value == 2
    assert found["11131", "2026-11-02"]["settled"].n == 2
    assert found["11131", "2026-11-09"]["processing_hours"].value == 4


def test_some_procedures() -> None:
    commune, first, second = make.commune(), make.version(), make.version("2.000815")
    third = make.version("1.000656")
    for version in (first, second, third):
        settled(make.moment(3, 9), minutes=60, of=version)
    narrowed = scope(commune, procedures=("2.000815", make.PROCEDURE))
    assert figures(narrowed, "settled")["settled"].value == 2


def test_weekdays_of_reception() -> None:
    commune, version = make.commune(), make.version()
    settled(make.moment(6, 9), received=make.moment(5, 9), minutes=60, of=version)  # a Thursday
    settled(make.moment(6, 9), received=make.moment(6, 8), minutes=60, of=version)
    assert figures(scope(commune, weekdays=(3,)), "settled")["settled"].value == 1
    assert figures(scope(commune, weekdays=(3, 4)), "settled")["settled"].value == 2
    assert figures(scope(commune, weekdays=(0,)), "settled")["settled"].value == 0
