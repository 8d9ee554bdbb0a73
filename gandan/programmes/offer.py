"""What a form may offer: procedures in force with their limits, by field; staff of the commune."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gandan.catalog.models import LimitKind, ProcedureVersion
from gandan.catalog.wording import limit_words
from gandan.people.models import User
from gandan.places.models import Agency

from .kinds import Kind
from .parameters import Limits, Procedures, Roster

UNKNOWN_LIMIT = "thời hạn chưa được xác nhận"


@dataclass(frozen=True)
class Choice:
    """A procedure in force; `limit` is its ordinary statutory limit in words."""

    code: str
    name: str
    limit: str


@dataclass(frozen=True)
class Offer:
    procedures: tuple[tuple[str, tuple[Choice, ...]], ...] = ()
    """By field, in the order of their names."""
    staff: tuple[tuple[str, str], ...] = ()
    """Username and name."""


def offer_for(kind: Kind, commune: Agency, day: date) -> Offer:
    """Reads only what the parameters of the kind need."""
    types = tuple(type(one) for one in kind.parameters)
    wants_procedures = any(issubclass(one, Procedures | Limits) for one in types)
    wants_staff = any(issubclass(one, Roster) for one in types)
    return Offer(_procedures(commune, day) if wants_procedures else (), _staff(commune) if wants_staff else ())


def _procedures(commune: Agency, day: date) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    versions = ProcedureVersion.objects.in_force(day).with_facts()
    by_code = {one.procedure.code: one for one in versions.order_by("valid_from", "number")}
    ordered = sorted(by_code.values(), key=lambda one: (one.procedure.field, bytes(one.procedure.sort_name)))
    grouped = groupby(ordered, key=lambda one: one.procedure.field)
    return tuple((field, tuple(_choice(one, commune) for one in versions)) for field, versions in grouped)


def _choice(version: ProcedureVersion, commune: Agency) -> Choice:
    limit = version.limit(LimitKind.STATUTORY, commune)
    words = limit_words(limit.count, limit.unit).lower() if limit else UNKNOWN_LIMIT
    return Choice(version.procedure.code, version.procedure.short_name, words)


def _staff(commune: Agency) -> tuple[tuple[str, str], ...]:
    staff = User.objects.staff_of(commune).filter(is_active=True)
    return tuple((one.username, one.full_name or one.username) for one in staff)
