"""Dossiers that carry the mark of a model, as the measures read them: the platform's own figures of a yearly report."""

from __future__ import annotations

from datetime import date, timedelta

from gandan.catalog.models import ProcedureVersion
from gandan.core.keys import new_key
from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.dossiers.models.work import Rating
from gandan.dossiers.tests import make as dossiers
from gandan.places.models import Agency
from gandan.programmes.models import Programme, Term
from gandan.reforms.models import Adoption, Reform
from gandan.reforms.workflow import AdoptionStatus

from . import make

WHEN = make.moment("2026-11-12 10:00")


def adopted(where: Agency, of: Reform | None = None, **more: object) -> Adoption:
    """Running since October, with a programme that came with the model."""
    reform = of or make.reform()
    known = {
        "status": AdoptionStatus.RUNNING,
        "started_on": date(2026, 10, 1),
        "made_at": make.NOW,
        "changed_at": make.NOW,
    }
    made = Adoption.objects.create(reform=reform, agency=where, **{**known, **more})
    programme = Programme.objects.create(
        agency=where, kind="one_copy", name=reform.name, origin=reform.code, made_at=make.NOW
    )
    Term.objects.create(programme=programme, since=date(2026, 10, 1), parameters={}, changed_at=make.NOW)
    return made


def files(where: Agency, *, early: int = 0, on_time: int = 0, late: int = 0, stars: int = 0) -> None:
    """Settled dossiers under the commune's programme; with `stars`, each rated so."""
    programme = Programme.objects.get(agency=where)
    term = programme.terms.get()
    for outcome, count in (("early", early), ("on_time", on_time), ("late", late)):
        for _ in range(count):
            one = _dossier(where, outcome)
            UnderProgramme.objects.create(dossier=one, programme=programme, term=term, kind=programme.kind, at=WHEN)
            if stars:
                Rating.objects.create(dossier=one, stars=stars, at=WHEN)


def _dossier(where: Agency, outcome: str) -> Dossier:
    key = new_key()
    version = ProcedureVersion.objects.first() or dossiers.version()
    return Dossier.objects.create(
        code=key, key=key, commune=where, agency=where, receiving_agency=where, procedure=version.procedure, version=version,
        channel="counter", status="returned", submitted_at=WHEN, received_at=WHEN, settled_at=WHEN + timedelta(hours=3),
        working_minutes=180, outcome=outcome, is_same_day=True, search=key,
    )  # fmt: skip
