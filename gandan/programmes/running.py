"""The one question: which programmes of a kind run for an agency on a day?

Terms are kept in memory per commune (gandan/core/kept.py): a request asks the database at most once, and a process only
once a minute or after its own changes.
"""

from __future__ import annotations

import logging
from datetime import date

from django.db.models import Q

from gandan.core.errors import RuleBroken
from gandan.core.kept import Kept
from gandan.core.vietnamese import sort_key
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from .kinds import Running, kind_named, knows
from .models import Term

logger = logging.getLogger(__name__)

_kept = Kept[dict[int, tuple[Running, ...]]]("programmes.terms", dict)


def running(kind: str, agency: Agency, day: date) -> list[Running]:
    """Programmes of the kind that run on `day` for the agency or an agency above it, those nearest to it first."""
    runs_on = kind_named(kind).runs_on
    return [one for one in in_term(kind, agency, day) if runs_on(one.values, day)]


def in_term(kind: str, agency: Agency, day: date) -> list[Running]:
    """As `running`, whether or not they run on this very day of the week."""
    line = agency.line
    found = [one for one in terms_of(agency) if one.kind == kind and one.agency_id in line and one.covers(day)]
    return sorted(found, key=lambda one: line.index(one.agency_id))


def on_day(agency: Agency, day: date) -> list[Running]:
    """Whatever runs on `day` anywhere in the commune (or province) of the agency, by name."""
    held = [(one, kind_named(one.kind)) for one in terms_of(agency) if one.covers(day)]
    running_ones = [(one, kind) for one, kind in held if kind.runs_on(one.values, day)]
    may_rest = any(kind.rests_on_holidays for _, kind in running_ones)
    is_holiday = may_rest and day in calendar_of(agency).days_off
    found = [one for one, kind in running_ones if not (is_holiday and kind.rests_on_holidays)]
    return sorted(found, key=lambda one: sort_key(one.name))


def terms_of(agency: Agency) -> tuple[Running, ...]:
    """Every term that ever held in the commune (or province) of the agency, oldest first. No SQL when kept."""
    root = agency.commune_id or agency.pk
    kept = _kept.fresh()
    if root not in kept:
        kept[root] = _read(root, agency.province_id)
    return kept[root]


def term_numbered(term_id: int) -> Running:
    """A term as it stands, also one that ended long ago: the rule a dossier was received under."""
    return Term.objects.select_related("programme").get(pk=term_id).as_running()


def _read(root: int, province_id: int | None) -> tuple[Running, ...]:
    where = Q(programme__agency=root) | Q(programme__agency__commune=root)
    if province_id:
        where |= Q(programme__agency=province_id)
    terms = Term.objects.filter(where).select_related("programme").order_by("since", "pk")
    return tuple(one for term in terms if knows(term.programme.kind) and (one := _understood(term)))


def _understood(term: Term) -> Running | None:
    """None, and a line in the log, for a term that today's declaration of its kind refuses: the counter goes on working."""
    try:
        return term.as_running()
    except RuleBroken as refused:
        logger.error("Term %s of programme %s is not understood: %s", term.pk, term.programme_id, refused)
        return None


def forget_programmes() -> None:
    """Read again from the database: now, and once more when the change is committed."""
    _kept.forget()
