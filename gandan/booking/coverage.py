"""Which communes of the province serve outside office hours, on which days (S3.37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.places.models import Agency, AgencyKind
from gandan.programmes.models import Term
from gandan.programmes.windows import week_in_words

from .programmes import EXTRA_HOURS, LEAST_DAYS, days_of


@dataclass(frozen=True)
class Covered:
    """A commune with the days a week it serves outside office hours; no programme: no days."""

    commune: Agency
    days: int
    hours: tuple[str, ...]
    programmes: tuple[str, ...]
    since: date | None

    @property
    def is_enough(self) -> bool:
        return self.days >= LEAST_DAYS


def coverage(communes: list[Agency], today: date) -> list[Covered]:
    """By name, in two statements."""
    terms = Term.objects.touching(today, today).filter(programme__kind=EXTRA_HOURS).select_related("programme__agency")
    by_commune: dict[int, list[Term]] = {}
    for term in terms:
        agency = term.programme.agency
        by_commune.setdefault(agency.commune_id or agency.pk, []).append(term)
    return [_line(one, by_commune.get(one.pk, [])) for one in communes]


def communes_of(office_agency: Agency) -> list[Agency]:
    """Those of the province that work with this platform; for a commune's leader, that one."""
    if office_agency.kind != AgencyKind.PROVINCE:
        return [office_agency.commune] if office_agency.commune else []
    serving = Agency.objects.filter(kind=AgencyKind.COMMUNE, province=office_agency, is_serving=True)
    return list(serving.order_by("sort_name"))


def _line(commune: Agency, terms: list[Term]) -> Covered:
    windows = [window for term in terms for window in term.as_running().values["windows"]]
    return Covered(
        commune=commune, days=len(days_of({"windows": windows})),
        hours=tuple(f"{days} {hours}" for days, hours in week_in_words(windows)),
        programmes=tuple(term.programme.name for term in terms), since=min((term.since for term in terms), default=None),
    )  # fmt: skip
