"""Three kinds of equipment at every unit (S3.13): which unit has which in order, and where it is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gandan.core.tables import Cell
from gandan.places.models import Agency, AgencyKind

from .models import ChecklistItem, Equipment

KINDS = tuple(Equipment(name) for name in (Equipment.COMPUTER, Equipment.PRINTER, Equipment.SCANNER))
STATES = {
    "done": "có, dùng tốt",
    "soon": "có, chưa kiểm tra",
    "late": "có, đang hỏng",
    "": "chưa có",
}


@dataclass(frozen=True)
class UnitRow:
    """One unit: the state of each kind in the order of `KINDS`, as a look of `STATES`."""

    unit: Agency
    states: tuple[str, ...]

    @property
    def is_covered(self) -> bool:
        """Every kind is in order."""
        return all(state == "done" for state in self.states)

    @property
    def gaps(self) -> str:
        named = zip(KINDS, self.states, strict=True)
        return "; ".join(f"{kind.label}: {STATES[state]}" for kind, state in named if state != "done")

    def cells(self) -> list[tuple[str, str]]:
        return [(state, STATES[state]) for state in self.states]


def coverage(office: Agency) -> list[UnitRow]:
    """The communes of a province that serve here, or the commune itself and its divisions. Two statements."""
    is_province = office.commune_id is None
    units = list(_communes(office) if is_province else _parts(office))
    items = ChecklistItem.objects.used().exclude(equipment="").with_last()
    mine = items.filter(agency__in=units) if is_province else items.filter(agency=office.commune_id)
    held: dict[tuple[int, str], list[ChecklistItem]] = {}
    for item in mine:
        held.setdefault((item.agency_id if is_province else item.unit_id, item.equipment), []).append(item)
    return [UnitRow(unit, tuple(_state(held.get((unit.pk, kind), [])) for kind in KINDS)) for unit in units]


def _communes(province: Agency) -> Iterable[Agency]:
    return Agency.objects.communes().filter(province=province, is_serving=True).order_by("sort_name")


def _parts(office: Agency) -> Iterable[Agency]:
    assert office.commune is not None
    return Agency.objects.inside(office.commune).filter(kind__in=[AgencyKind.COMMUNE, AgencyKind.DIVISION])


def _state(items: list[ChecklistItem]) -> str:
    """The best of several machines of a kind: one that works is enough to serve."""
    if any(item.last_ok for item in items):
        return "done"
    if any(item.last_ok is None for item in items):
        return "soon"
    return "late" if items else ""


HEADS = ("Đơn vị", *(kind.label for kind in KINDS), "Đủ cả ba")


def table(rows: Iterable[UnitRow]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [row.unit.name, *(STATES[state] for state in row.states), "đủ" if row.is_covered else "chưa đủ"]
