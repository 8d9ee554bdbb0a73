"""Verbs of the tree of units: importing provinces and communes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import F

from gandan.journal.actions import record
from gandan.places.directory import forget_serving
from gandan.places.events import UnitsImported
from gandan.places.models import Agency, AgencyKind, derived_names
from gandan.places.reading import UnitRow

FIELDS = ("name", "kind", "parent_id", "province_id", "latitude", "longitude", "identifier", "folded_name", "sort_name")


@dataclass(frozen=True)
class Imported:
    """How many rows of a file were new, different, and already so."""

    added: int
    changed: int
    same: int


@transaction.atomic
def import_units(rows: Iterable[UnitRow], *, by: models.Model | None = None) -> Imported:
    """Add or correct provinces and communes; doing it again changes nothing.

    A commune may come without a row of its province. Contact data, serving communes and identifiers given before are
    kept; what the file does not tell stays as it is.
    """
    units = list(rows)
    known = {agency.code: agency for agency in Agency.objects.filter(code__in=_codes(units))}
    provinces = _Upsert(known)
    for row in _provinces(units):
        provinces.put(row, {"kind": AgencyKind.PROVINCE})
    provinces.write()
    communes = _Upsert(known)
    for row in units:
        if not row.is_province:
            province = known[row.province_code].pk
            communes.put(row, {"kind": AgencyKind.COMMUNE, "parent_id": province, "province_id": province})
    communes.write()
    Agency.objects.communes().filter(commune=None).update(commune=F("pk"))
    _record(known, provinces, communes, by)
    forget_serving()
    added, changed = (len(provinces.added) + len(communes.added), len(provinces.changed) + len(communes.changed))
    return Imported(added, changed, provinces.same + communes.same)


@dataclass
class _Upsert:
    """Agencies to add and to change, found by comparing with what is known."""

    known: dict[str, Agency]
    added: list[Agency] = field(default_factory=list)
    changed: list[Agency] = field(default_factory=list)
    same: int = 0

    def put(self, row: UnitRow, place: dict[str, object]) -> None:
        agency = self.known.get(row.code)
        if agency is None:
            agency = Agency(code=row.code, **_told(row), **place)
            self.known[row.code] = agency
            self.added.append(agency)
            return
        told = _told(row) | place
        if agency.identifier:
            told.pop("identifier", None)
        different = {name: value for name, value in told.items() if _value(agency, name) != value}
        for name, value in different.items():
            setattr(agency, name, value)
        if different:
            self.changed.append(agency)
        else:
            self.same += 1

    def write(self) -> None:
        Agency.objects.bulk_create(self.added, batch_size=1000)
        Agency.objects.bulk_update(self.changed, FIELDS, batch_size=500)


def _codes(units: list[UnitRow]) -> set[str]:
    return {row.code for row in units} | {row.province_code for row in units}


def _provinces(units: list[UnitRow]) -> Iterable[UnitRow]:
    """The rows of provinces, and one made from a commune's row where the file has none."""
    told = {row.code: row for row in units if row.is_province}
    for row in units:
        if row.province_code not in told:
            told[row.province_code] = UnitRow(
                row.province_code, row.province_name, row.province_code, row.province_name
            )
    return told.values()


def _told(row: UnitRow) -> dict[str, object]:
    optional = {"latitude": row.latitude, "longitude": row.longitude, "identifier": row.identifier or None}
    return {"name": row.name, **derived_names(row.name)} | {k: v for k, v in optional.items() if v is not None}


def _value(agency: Agency, name: str) -> object:
    value = getattr(agency, name)
    return bytes(value) if name == "sort_name" else value


def _record(known: dict[str, Agency], provinces: _Upsert, communes: _Upsert, by: models.Model | None) -> None:
    """One entry for each province in which something changed."""
    added = Counter(agency.province_id or agency.pk for agency in (*provinces.added, *communes.added))
    changed = Counter(agency.province_id or agency.pk for agency in (*provinces.changed, *communes.changed))
    by_pk = {agency.pk: agency for agency in known.values()}
    for pk in sorted(added.keys() | changed.keys()):
        event = UnitsImported(province_id=pk, added=added[pk], changed=changed[pk])
        record(event, about=by_pk[pk], by=by)
