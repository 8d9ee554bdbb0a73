"""A small province of plain dossier rows, week by week, so that an effect can be planted and looked for in a moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gandan.catalog.models import ProcedureVersion
from gandan.core.keys import new_key
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as dossiers
from gandan.places.models import Agency
from gandan.reforms.models import Adoption, Reform
from gandan.reforms.workflow import AdoptionStatus

from . import make

NOW = dossiers.MONDAY
START = date(2026, 8, 19)
"""A Wednesday, thirteen weeks and five days before `NOW`."""
A_WEEK = 5


def commune(number: int) -> Agency:
    return dossiers.commune(str(20000 + number), f"Xã Số {number}", f"000.{number:02}.60.H24")


def row(where: Agency, version: ProcedureVersion, settled_at: datetime, hours: float) -> Dossier:
    """A settled dossier as the measures read it; not saved."""
    key = new_key()
    return Dossier(
        code=key, key=key, commune=where, agency=where, receiving_agency=where, procedure=version.procedure, version=version,
        channel="counter", status="returned", submitted_at=settled_at, received_at=settled_at - timedelta(hours=1),
        settled_at=settled_at, working_minutes=round(hours * 60), outcome="early", is_same_day=True, search=key,
    )  # fmt: skip


def weeks(where: Agency, version: ProcedureVersion, *, hours: float, then: float, start: date = START) -> None:
    """`A_WEEK` dossiers in each of 30 weeks before `NOW`; `then` hours each once the week of `start` is over."""
    rows = []
    for week in range(30, 0, -1):
        monday = NOW - timedelta(weeks=week)
        level = then if monday.date() > start else hours
        wave = 0.4 * ((week * (int(where.code) % 5 + 1)) % 3 - 1)
        rows += [row(where, version, monday + timedelta(days=day), level + wave + 0.1 * day) for day in range(A_WEEK)]
    Dossier.objects.bulk_create(rows)


def adopt(reform: Reform, where: Agency, *, started_on: date | None = START, **more: object) -> Adoption:
    facts = {"status": AdoptionStatus.RUNNING, "made_at": NOW, "changed_at": NOW, **more}
    return Adoption.objects.create(reform=reform, agency=where, started_on=started_on, **facts)


def province_with_model(*, adopters: int = 2, others: int = 3, then: float = 12.0) -> Reform:
    """Adopters change from 16 to `then` hours; the others stay at 16."""
    reform, version = make.reform(), dossiers.version()
    for number in range(adopters + others):
        where = commune(number)
        has_it = number < adopters
        weeks(where, version, hours=16.0, then=then if has_it else 16.0)
        if has_it:
            adopt(reform, where, measures=["processing_hours"])
    return reform
